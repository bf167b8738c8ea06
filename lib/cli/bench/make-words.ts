/** The words of made-up entries. Only the trades and their synonyms are those of the real tree. */
export interface Subject {
  nameFr: string
  nameEn: string
  summaryFr: string
  synonymsFr: string[]
}

const STARTS =
  'Open Libre Muni Civi Terri Cita Geo Doc Agora Publi Mairi Data Via Com Urba Eco Acte Arche Habi Demo Parti Socio Funé Cadas Fisca Elec Biblio Péri Voirie Canto Lexi Numa Kali Tempo Orga Suivi Poly Inter Trans Méta Nova Alto Brio Cléo Dédi Élio Fabri Gesti Hélio Info'.split(
    ' ',
  )
const ENDS =
  'plan flux doc cart gest port suite box lab lien mail voix acte tech base form agenda scop web desk réso pilote guichet forge carnet compte parc place école séance livre droit marché budget paie stock mission rue terre eau'.split(
    ' ',
  )
const FORMS = ['', ' Territoires', ' Mairie', ' Services', ' Plus', ' Agents']

/** A name for each number, none twice. */
export function nameOf(index: number): string {
  const start = STARTS[index % STARTS.length]
  const end = ENDS[Math.floor(index / STARTS.length) % ENDS.length]
  const form = FORMS[Math.floor(index / (STARTS.length * ENDS.length))]
  if (form === undefined) throw new Error(`no made-up name left for ${index}`)
  return `${start}${end}${form}`
}

const SENTENCES = [
  'Le service {n} y tient ses dossiers, de la demande reçue au guichet jusqu’à leur archivage.',
  'Les agents y retrouvent {s} et {t} sans ressaisie, avec l’historique de chaque modification.',
  'Un tableau de bord montre les échéances de la semaine et ce qui attend une signature.',
  'Les courriers sont produits à partir de modèles que la collectivité adapte elle-même.',
  'L’usager suit l’avancement de sa demande en ligne et reçoit une notification à chaque étape.',
  'Les droits d’accès se règlent par service et par rôle, avec une authentification unique.',
  'Une interface de programmation documentée permet de relier le logiciel au système d’information.',
  'Les données s’exportent à tout moment dans des formats ouverts, tableur compris.',
  'La carte affiche {s} par quartier et se combine aux fonds de plan du cadastre.',
  'Le module {t} répond aux obligations de publication de données ouvertes.',
  'Une communauté d’utilisateurs se réunit deux fois par an et décide de la feuille de route.',
  'L’installation tient sur un serveur modeste ; plusieurs prestataires en assurent la maintenance.',
  'Les petites communes l’utilisent par l’intermédiaire de leur syndicat informatique.',
  'La version mobile sert aux équipes de terrain, y compris hors connexion.',
  'Les statistiques annuelles demandées par la préfecture se préparent en quelques minutes.',
  'Le paramétrage fourni couvre {s} ; le reste se construit sans développement.',
  'Les pièces jointes sont vérifiées, signées électroniquement puis versées au tiers-archiveur.',
  'L’accessibilité suit le référentiel général ; les écarts connus sont publiés.',
  'La reprise des données d’un ancien logiciel est décrite pas à pas dans la documentation.',
  'Le télépaiement, les régies et les titres de recette sont transmis à la trésorerie.',
  'Les élus consultent les délibérations, les arrêtés et les convocations depuis une tablette.',
  'Un journal conserve qui a consulté quoi, dans le respect de la protection des données.',
  'Les plannings des équipes se partagent et se confrontent aux absences et aux congés.',
  'La recherche plein texte retrouve {t} parmi plusieurs années de dossiers.',
]

/** A French description of about 1.4 kB on some subjects. */
export function textAbout(
  name: string,
  subjects: readonly Subject[],
  random: () => number,
): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const word = () => {
    const { synonymsFr, nameFr } = pick(subjects)
    return synonymsFr.length === 0 ? nameFr.toLowerCase() : pick(synonymsFr)
  }
  const opening = subjects.map((item) => item.summaryFr).join('. ')
  const parts = [`${name} sert les collectivités dans leur métier. ${opening}.`]
  let length = parts[0]?.length ?? 0
  const left = [...SENTENCES]
  while (length < 1_330 && left.length > 0) {
    const [sentence = ''] = left.splice(Math.floor(random() * left.length), 1)
    const said = sentence
      .replace('{n}', pick(subjects).nameFr.toLowerCase())
      .replace('{s}', word)
      .replace('{t}', word)
    parts.push(said)
    length += said.length + 1
  }
  return parts.join(' ')
}
