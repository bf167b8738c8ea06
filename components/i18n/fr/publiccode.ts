/** The editor of publiccode.yml, and the export of an entry. */
export const publiccode = {
  publiccode: {
    title: 'Éditeur de publiccode.yml',
    description:
      'Écrire, vérifier et corriger le publiccode.yml d’un logiciel libre, versions 0.2 à 0.7.',
    heading: 'Écrire ou vérifier un publiccode.yml',
    lead: 'Ce fichier, à la racine d’un dépôt, dit ce qu’est un logiciel : les catalogues le lisent. Collez le vôtre ou partez des champs ; chaque remarque dit sa ligne et ce qu’il faut écrire.',
    private: 'Rien n’est enregistré : avec JavaScript, votre texte ne quitte pas votre navigateur.',
    fromEntry: (name: string) => `Vous partez de la fiche « ${name} » du catalogue.`,
    unknownEntry: 'Cette fiche n’est pas au catalogue : l’éditeur part de rien.',
    here: 'publiccode.yml de cette fiche',
    edit: 'Le vérifier ou le compléter',
    form: {
      fieldsHeading: 'Les clés principales',
      fieldsHelp:
        'Ce que vous y écrivez passe dans le texte du fichier, dont les commentaires restent.',
      textHeading: 'Le fichier',
      text: 'Texte du fichier',
      textHint: 'YAML, 1 Mio au plus. Les remarques sont listées sous le texte.',
      file: 'Ou ouvrez un fichier',
      fileHint: 'publiccode.yml ou publiccode.yaml. Il remplace le texte ci-dessus.',
      verify: 'Vérifier le texte',
      write: 'Écrire les champs dans le texte, et vérifier',
      findingsHeading: 'Ce qu’il y a à corriger',
      nothing: 'Écrivez dans un champ, ou collez un fichier : les remarques viennent ici.',
      valid: 'Valide',
      invalid: 'Non valide',
      sound: 'rien à corriger',
      errors: { one: 'erreur', many: 'erreurs' },
      warnings: { one: 'avertissement', many: 'avertissements' },
      infos: { one: 'remarque', many: 'remarques' },
      severity: { error: 'Erreur', warning: 'Avertissement', info: 'Remarque' },
      line: 'Ligne',
      whole: 'Fichier',
      goTo: 'aller à cette ligne dans le texte',
      mended: 'le fichier corrigé y remédie',
      more: 'Seules les 100 premières sont montrées : corrigez-les, les suivantes viendront.',
      correctedHeading: 'Le fichier corrigé',
      correctedHelp:
        'Ce qui peut l’être sans rien inventer est corrigé ; ce qui manque y est une ligne en commentaire.',
      corrected: 'Texte du fichier corrigé',
      putBack: 'Mettre le texte corrigé à la place',
      download: 'Télécharger le fichier',
      downloadCorrected: 'Télécharger le fichier corrigé',
      tooLong:
        'Ce fichier est trop long pour revenir dans cette page : ses remarques sont ci-dessous, son texte est resté chez vous.',
      failed:
        'Le service n’a pas répondu. Votre texte est toujours là : réessayez dans un instant.',
      none: 'Non dit',
      fields: {
        name: { label: 'Nom du logiciel (name)', hint: 'Celui que chacun emploie.' },
        url: { label: 'Adresse du dépôt (url)', hint: 'https://…, elle identifie le logiciel.' },
        landingURL: { label: 'Adresse du site (landingURL)', hint: 'Facultative, https://…' },
        platforms: {
          label: 'Plateformes (platforms)',
          hint: 'web, windows, mac, linux, ios, android ; séparées par des virgules.',
        },
        developmentStatus: { label: 'État (developmentStatus)', hint: 'Où en est le logiciel.' },
        softwareType: { label: 'Type (softwareType)', hint: 'Ce que c’est, techniquement.' },
        shortDescription: {
          label: 'Description courte en français (shortDescription)',
          hint: 'Une phrase, 150 caractères au plus.',
        },
        longDescription: {
          label: 'Description longue en français (longDescription)',
          hint: 'De 150 à 10\u202f000 caractères.',
        },
        features: {
          label: 'Fonctionnalités en français (features)',
          hint: 'Une par ligne, pour qui choisira le logiciel.',
        },
        license: { label: 'Licence (license)', hint: 'Expression SPDX : AGPL-3.0-or-later, MIT…' },
        maintenanceType: { label: 'Maintenance (type)', hint: 'Qui entretient le logiciel.' },
        contact: {
          label: 'Personne à joindre (contacts)',
          hint: 'Le nom d’une personne ; la norme le veut si la maintenance est interne ou communautaire.',
        },
        localisationReady: {
          label: 'Traduisible (localisationReady)',
          hint: 'true si le logiciel peut être traduit.',
        },
        availableLanguages: {
          label: 'Langues (availableLanguages)',
          hint: 'fr, en… ; séparées par des virgules.',
        },
      },
    },
  },
}
