/** A valid publiccode.yml of our own, in 0.7, that tests spoil line by line. */
export const SOUND_PUBLICCODE = `publiccodeYmlVersion: "0.7"
# Le nom que chacun emploie.
name: Cimetières
url: https://forge.example.org/ville/cimetieres.git
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
description:
  fr:
    shortDescription: Gérer les concessions des cimetières
    longDescription: >
      Ce logiciel tient le registre des concessions, des titulaires et des défunts ; il prévient
      des échéances et dessine le plan de chaque carré, que l’agent complète sur le terrain.
    features:
      - Registre des concessions
legal:
  license: AGPL-3.0-or-later
maintenance:
  type: internal
  contacts:
    - name: Camille Martin
localisation:
  localisationReady: false
  availableLanguages: [fr]
`
