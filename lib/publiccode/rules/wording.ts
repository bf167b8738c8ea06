import type { FileFault } from './bytes.ts'
import type { TreeFault } from './tree.ts'
import { VALUES } from './value-words.ts'

export type Details = Readonly<Record<string, string>>

/** The sentences: what is wrong, and how to mend it. `{name}` stands for a detail. */
const FILE: Record<FileFault | 'bom', readonly [fr: string, en: string]> = {
  'file-too-large': [
    'Le fichier dépasse 1 Mio : il n’est pas lu. Un publiccode.yml tient en quelques kilo-octets ; retirez-en ce qui n’y a pas sa place (listes d’utilisateurs, images).',
    'The file is larger than 1 MiB: it is not read. A publiccode.yml takes a few kilobytes; remove what does not belong in it (lists of users, images).',
  ],
  'file-too-complex': [
    'Le fichier a trop de lignes ou d’éléments imbriqués pour un publiccode.yml : il n’est pas lu. Ramenez-le à moins de 40\u202f000 lignes.',
    'The file has too many lines or nested elements for a publiccode.yml: it is not read. Bring it below 40,000 lines.',
  ],
  'file-empty': [
    'Le fichier est vide. Écrivez-y au moins les clés obligatoires : publiccodeYmlVersion, name, url, platforms, developmentStatus, softwareType, description, legal, maintenance et localisation.',
    'The file is empty. Write at least the mandatory keys: publiccodeYmlVersion, name, url, platforms, developmentStatus, softwareType, description, legal, maintenance and localisation.',
  ],
  'not-utf8': [
    'Le fichier n’est pas en UTF-8 à partir de cette ligne ; ce qui contient ces caractères n’est pas repris. Enregistrez-le en UTF-8.',
    'The file is not UTF-8 from this line on; what holds those characters is left out. Save it as UTF-8.',
  ],
  bom: [
    'Le fichier commence par une marque d’ordre des octets (BOM), que certains outils ne savent pas lire. Enregistrez-le en UTF-8 sans BOM.',
    'The file begins with a byte order mark, which some tools cannot read. Save it as UTF-8 without one.',
  ],
}

const TREE: Record<TreeFault, readonly [fr: string, en: string]> = {
  'yaml-syntax': [
    'La syntaxe YAML est fautive ici ({detail}) : vérifiez l’indentation (des espaces, jamais de tabulation), les deux-points, les guillemets et les crochets. Ce qui suit a pu être mal lu.',
    'The YAML is not well formed here ({detail}): check the indentation (spaces, never tabs), colons, quotes and brackets. What follows may be misread.',
  ],
  'several-documents': [
    'Le fichier contient plusieurs documents YAML séparés par « --- » ; seul le premier est lu. Gardez-en un seul.',
    'The file holds several YAML documents separated by "---"; only the first is read. Keep one.',
  ],
  'not-a-mapping': [
    'Le fichier n’est pas une suite de « clé: valeur » : rien ne peut y être lu. Commencez par publiccodeYmlVersion: "0.7".',
    'The file is not a set of "key: value": nothing can be read. Begin with publiccodeYmlVersion: "0.7".',
  ],
  'too-deep': [
    'Les valeurs sont trop nombreuses ou trop imbriquées ici : elles ne sont pas lues. La norme n’a que cinq niveaux.',
    'There are too many values here, or too deeply nested: they are not read. The standard has five levels.',
  ],
  'tag-not-allowed': [
    'Le type « {detail} » n’est pas du YAML courant : cette valeur n’est pas lue. Retirez ce qui commence par « ! ».',
    'The tag "{detail}" is no plain YAML: this value is not read. Remove what begins with "!".',
  ],
  'alias-unknown': [
    'L’alias « *{detail} » ne renvoie à rien de ce qui précède. Écrivez la valeur elle-même.',
    'The alias "*{detail}" leads to nothing above. Write the value itself.',
  ],
  'alias-loop': [
    'L’alias « *{detail} » renvoie à ce qui le contient : il n’est pas lu. Écrivez la valeur elle-même.',
    'The alias "*{detail}" leads to what holds it: it is not read. Write the value itself.',
  ],
  'merge-key': [
    'La fusion « << » vient de YAML 1.1 et n’existe plus en YAML 1.2. Recopiez les clés à cet endroit.',
    'The merge key "<<" is of YAML 1.1 and gone from YAML 1.2. Copy the keys here.',
  ],
  'key-not-text': [
    'Une clé n’est pas un texte ici : elle est ignorée. Donnez-lui un nom.',
    'A key is no text here: it is ignored. Give it a name.',
  ],
  'yaml-1.1': [
    'Le fichier se déclare en YAML 1.1, que la norme déconseille : retirez la ligne %YAML.',
    'The file declares YAML 1.1, which the standard deprecates: remove the %YAML line.',
  ],
}

const KEYS = {
  'version-missing': [
    'La version de la norme manque : le fichier est jugé selon la 0.7. Ajoutez publiccodeYmlVersion: "0.7".',
    'The version of the standard is missing: the file is judged by 0.7. Add publiccodeYmlVersion: "0.7".',
  ],
  'version-unknown': [
    'La version « {text} » de la norme n’existe pas ou n’est pas lue (0.2 à 0.7) : le fichier est jugé selon la 0.7. Écrivez publiccodeYmlVersion: "0.7".',
    'There is no version "{text}" of the standard, or it is not read (0.2 to 0.7): the file is judged by 0.7. Write publiccodeYmlVersion: "0.7".',
  ],
  'version-not-text': [
    'La version doit être un texte : mettez-la entre guillemets, publiccodeYmlVersion: "{text}".',
    'The version must be a text: put it in quotes, publiccodeYmlVersion: "{text}".',
  ],
  'version-old': [
    'Le fichier suit la version {version} ; la version courante est la 0.7. Passez à "0.7" en suivant les autres remarques.',
    'The file follows version {version}; the current one is 0.7. Move to "0.7", following the other findings.',
  ],
  'key-unknown': [
    'La clé « {key} » n’existe pas dans la norme : elle est ignorée. Retirez-la, ou mettez-la en commentaire.',
    'The standard has no key "{key}": it is ignored. Remove it, or make it a comment.',
  ],
  'key-unknown-near': [
    'La clé « {key} » n’existe pas dans la norme : vouliez-vous écrire « {near} » ?',
    'The standard has no key "{key}": did you mean "{near}"?',
  ],
  'key-misspelt': [
    'Cette clé s’écrit « {meant} » : corrigez-en le nom.',
    'This key is written "{meant}": correct its name.',
  ],
  'key-of-dialect': [
    'La clé « {path} » vient de la variante française de 2023, que la norme ne connaît pas : retirez-la, ou mettez-la en commentaire.',
    'The key "{path}" is of the French variant of 2023, which the standard does not know: remove it, or make it a comment.',
  ],
  'country-section-unknown': [
    'La norme ne définit aucune section pour le pays {country} : retirez-la. Les règlements et les plateformes se disent dans supports, l’organisme dans organisation.',
    'The standard defines no section for the country {country}: remove it. Regulations and platforms go into supports, the publishing body into organisation.',
  ],
  'key-duplicate': [
    'Cette clé est déjà écrite à la ligne {first} : seule la première est lue. Gardez-en une.',
    'This key is already written on line {first}: only the first is read. Keep one.',
  ],
  'key-deprecated': [
    'Clé abandonnée depuis la version {since} : {advice}',
    'Deprecated since version {since}: {advice}',
  ],
  'key-too-new': [
    'Cette clé est apparue en version {since}, et le fichier déclare la {version} : passez-le à "0.7".',
    'This key came with version {since}, and the file declares {version}: move it to "0.7".',
  ],
  'key-missing': [
    'La clé obligatoire « {path} » manque ou est vide : {hint}',
    'The mandatory key "{path}" is missing or empty: {hint}',
  ],
  'key-missing-then': [
    'La version {version} que le fichier déclare rend « {path} » obligatoire ; ce n’est plus le cas depuis la {since}. Passez le fichier à "0.7", ou ajoutez la clé.',
    'Version {version}, which the file declares, makes "{path}" mandatory; it no longer is since {since}. Move the file to "0.7", or add the key.',
  ],
  'too-many-findings': [
    'Le fichier a trop de remarques pour les dire toutes ({count} de plus), ou répète trop de valeurs : corrigez les premières, puis vérifiez de nouveau.',
    'The file has too many findings to list ({count} more), or repeats too many values: mend the first, then check again.',
  ],
} as const

const SENTENCES = { ...FILE, ...TREE, ...KEYS, ...VALUES }
export type Code = keyof typeof SENTENCES

export function inWords(code: Code, details: Details): { fr: string; en: string } {
  const [fr, en] = SENTENCES[code]
  return { fr: spaced(filled(fr, details, 'fr')), en: filled(en, details, 'en') }
}

/** French signs of two parts stay with what they follow. */
const spaced = (sentence: string) =>
  sentence.replace(/ (?=[:;!?»])/g, '\u00a0').replaceAll('« ', '«\u00a0')

/** A detail that differs by language is given as `name.fr` and `name.en`. */
function filled(sentence: string, details: Details, locale: 'fr' | 'en'): string {
  return sentence.replace(
    /\{(\w+)\}/g,
    (_, name: string) => details[`${name}.${locale}`] ?? details[name] ?? '',
  )
}
