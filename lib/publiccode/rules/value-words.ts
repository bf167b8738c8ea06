/** What is said of a value: see wording.ts. */
export const VALUES = {
  'value-empty': [
    'Valeur vide : remplissez-la, ou retirez la ligne.',
    'Empty value: fill it in, or remove the line.',
  ],
  'list-empty': ['Liste vide : retirez la clé.', 'Empty list: remove the key.'],
  'wrong-type': [
    'La valeur {text} doit être un texte : mettez-la entre guillemets.',
    'The value {text} must be a text: put it in quotes.',
  ],
  'text-expected': [
    'Un texte est attendu ici, pas une liste ni un groupe de clés.',
    'A text is expected here, not a list or a group of keys.',
  ],
  'colon-in-text': [
    'Le deux-points suivi d’un espace fait de « {text} » un groupe de clés : mettez le texte entre guillemets.',
    'A colon followed by a space makes a group of keys of "{text}": put the text in quotes.',
  ],
  'text-control': [
    'Ce texte contient des caractères illisibles : il n’est pas repris. Tapez-le de nouveau.',
    'This text holds unreadable characters: it is left out. Type it again.',
  ],
  'text-too-long': [
    'Texte de {has} caractères, {most} au plus : raccourcissez-le.',
    'Text of {has} characters, {most} at most: shorten it.',
  ],
  'text-too-short': [
    'Texte de {has} caractères, {least} au moins : dites à quoi sert le logiciel, pour qui, et ce qui le distingue.',
    'Text of {has} characters, {least} at least: say what the software is for, for whom, and what sets it apart.',
  ],
  'text-short-then': [
    'La version {version} demande {least} caractères au moins ; depuis la 0.3, 150 suffisent : passez le fichier à "0.7".',
    'Version {version} asks for {least} characters at least; since 0.3, 150 are enough: move the file to "0.7".',
  ],
  'html-in-text': [
    'Les balises HTML ne sont pas affichées : écrivez en Markdown simple (gras, italique, listes, liens).',
    'HTML tags are not shown: write plain Markdown (bold, italic, lists, links).',
  ],
  'date-wrong': [
    '« {text} » n’est pas une date AAAA-MM-JJ, par exemple 2026-03-31.',
    '"{text}" is not a date YYYY-MM-DD, such as 2026-03-31.',
  ],
  'value-not-in-list': [
    '« {text} » n’est pas permis ici : choisissez parmi {choices}.',
    '"{text}" is not allowed here: choose one of {choices}.',
  ],
  'value-not-in-list-near': [
    '« {text} » n’est pas dans la liste de la norme : vouliez-vous écrire « {near} » ?',
    '"{text}" is not in the standard’s list: did you mean "{near}"?',
  ],
  'value-not-in-long-list': [
    '« {text} » n’est pas dans la liste de la norme : choisissez-y la valeur la plus proche, ou retirez-la.',
    '"{text}" is not in the standard’s list: choose the nearest value there, or remove it.',
  ],
  'value-too-new': [
    '« {text} » est apparu en version {since}, et le fichier déclare la {version} : passez-le à "0.7".',
    '"{text}" came with version {since}, and the file declares {version}: move it to "0.7".',
  ],
  'value-case': ['Écrivez « {near} », en minuscules.', 'Write "{near}", in lower case.'],
  'boolean-spelt': [
    '« {text} » n’est pas un booléen en YAML 1.2 : écrivez true ou false.',
    '"{text}" is no boolean in YAML 1.2: write true or false.',
  ],
  'boolean-expected': ['Écrivez true ou false.', 'Write true or false.'],
  'list-expected': [
    'Une liste est attendue : commencez chaque élément par un tiret, sur sa propre ligne.',
    'A list is expected: begin each item with a dash, on a line of its own.',
  ],
  'mapping-expected': [
    'Un groupe de clés est attendu ici ({keys}).',
    'A group of keys is expected here ({keys}).',
  ],
  'item-is-mapping': [
    'Un nom seul est attendu, sans clés : gardez « {text} ».',
    'A name alone is expected, without keys: keep "{text}".',
  ],
  'address-wrong': [
    '« {text} » n’est pas une adresse complète : elle commence par https://.',
    '"{text}" is not a complete address: it begins with https://.',
  ],
  'address-not-web': [
    'Une adresse « {scheme} » n’est pas acceptée ici : donnez-en une qui commence par https://.',
    'An address "{scheme}" is not accepted here: give one that begins with https://.',
  ],
  'address-has-password': [
    'Cette adresse contient un identifiant ou un mot de passe : elle n’est pas reprise. Retirez-le du fichier, et changez ce mot de passe.',
    'This address holds a user name or a password: it is left out. Remove it from the file, and change that password.',
  ],
  'address-of-ssh': [
    '« {text} » demande une clé SSH : donnez l’adresse en https:// du dépôt.',
    '"{text}" asks for an SSH key: give the repository’s https:// address.',
  ],
  'address-prefer-https': [
    'Préférez l’adresse en https:// du dépôt, que chacun peut lire sans compte.',
    'Prefer the repository’s https:// address, which all can read without an account.',
  ],
  'media-path': [
    '« {text} » doit être un chemin dans le dépôt (sans / au début ni ..), ou une adresse https://.',
    '"{text}" must be a path within the repository (no leading /, no ..), or an https:// address.',
  ],
  'media-format': [
    'Ce fichier n’a pas l’extension attendue ({formats}) : certains catalogues ne le montreront pas.',
    'This file has not the expected extension ({formats}): some catalogues will not show it.',
  ],
  'mail-wrong': [
    '« {text} » n’est pas une adresse électronique.',
    '"{text}" is not an e-mail address.',
  ],
  'country-wrong': [
    '« {text} » n’est pas un code de pays à deux lettres (ISO 3166-1), par exemple FR.',
    '"{text}" is not a two-letter country code (ISO 3166-1), such as FR.',
  ],
  'country-lower-case': [
    'Les codes de pays s’écrivent en majuscules depuis la version 0.5 : {near}.',
    'Country codes are in upper case since version 0.5: {near}.',
  ],
  'language-wrong': [
    '« {text} » n’est pas une langue au format BCP 47, par exemple fr ou fr-CA.',
    '"{text}" is not a language tag (BCP 47), such as fr or fr-CA.',
  ],
  'yaml-1.1-word': [
    '« {text} » sans guillemets est lu comme un booléen par les outils YAML 1.1 : mettez-le entre guillemets.',
    '"{text}" without quotes is a boolean to YAML 1.1 tools: put it in quotes.',
  ],
  'licence-spelt': [
    'La licence « {text} » s’écrit {spdx}.',
    'The licence "{text}" is written {spdx}.',
  ],
  'licence-ambiguous': [
    '« {text} » ne dit pas si les versions suivantes sont permises : écrivez {stem}-only ou {stem}-or-later, selon le fichier LICENSE.',
    '"{text}" does not say whether later versions are allowed: write {stem}-only or {stem}-or-later, as the LICENSE file says.',
  ],
  'licence-not-spdx': [
    '« {text} » n’est pas une expression SPDX : cherchez la licence sur https://spdx.org/licenses/, par exemple AGPL-3.0-or-later.',
    '"{text}" is not an SPDX expression: look the licence up on https://spdx.org/licenses/, for instance AGPL-3.0-or-later.',
  ],
  'licence-not-spdx-near': [
    '« {text} » n’est pas une expression SPDX : est-ce {near} ? Vérifiez dans le fichier LICENSE.',
    '"{text}" is not an SPDX expression: is it {near}? Check the LICENSE file.',
  ],
  'licence-not-free': [
    'La licence {text} n’est approuvée ni par la FSF ni par l’OSI : publiccode.yml décrit des logiciels libres.',
    'The licence {text} is approved neither by the FSF nor by the OSI: publiccode.yml describes free software.',
  ],
  'support-alias-unknown': [
    '« {text} » n’est pas un alias de la norme ({choices}) : écrivez l’adresse du texte ou du service.',
    '"{text}" is no alias of the standard ({choices}): write the address of the text or the service.',
  ],
  'contractors-forbidden': [
    'Les prestataires (contractors) ne sont permis que si maintenance.type est contract : retirez-les, ou corrigez le type.',
    'Contractors are allowed only if maintenance.type is contract: remove them, or correct the type.',
  ],
  'organisation-is-text': [
    'organisation est un groupe de clés : uri (obligatoire), l’adresse qui identifie l’organisme, et name.',
    'organisation is a group of keys: uri (mandatory), the address that identifies the body, and name.',
  ],
} as const
