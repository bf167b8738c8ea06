import type { NameReason } from '#lib/names/schema.ts'

/** Words that only count somebody, and name nobody. */
const VAGUE = new Set(
  `collectivite collectivites commune communes mairie mairies ville villes departement departements region
  regions administration administrations organisme organismes structure structures client clients
  utilisateur utilisateurs particulier particuliers entreprise entreprises association associations
  etablissement etablissements public publics publique publiques territoriale territoriales locale locales
  intercommunalite intercommunalites communaute communautes agglomeration agglomerations metropole metropoles syndicat syndicats divers diverses autre autres plusieurs nombreux
  nombreuses environ quelques plus centaine centaines dizaine dizaines millier milliers toutes tous petites
  moyennes grandes francaises francais france municipalities municipality several many users customers
  de des du la le les l d et en a an of the in`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** What a name that no organisation bears is, by the first of these that fits it, folded. */
const SORTS: ReadonlyArray<readonly [NameReason, RegExp]> = [
  [
    'demonstration',
    /\b(demo|demonstration|test|tests|essai|exemple|example|fictive|bac a sable)\b/,
  ],
  [
    'foreign',
    /^(gemeente|gemeinde|stadt|landkreis|landeshauptstadt|comune|provincia|citta|citta metropolitana|regione|ayuntamiento|diputacion|ajuntament|municipio|concello|camara municipal|city of|town of|county|municipality|kommune|kommun|ville de (geneve|bruxelles|luxembourg|montreal|quebec|lausanne)|aoo|ausl|asl|asst|ats|azienda|agenzia|ente|istituto|consorzio|ordine|consiglio|ministero|universita|universidad|universitat|university|university of|rijks\w*|provincie|waterschap|statistics|statistisches)\b/,
  ],
  [
    'teaching',
    /\b(universites?|universitaires?|ecoles?|enseignement|institut|insa|imt|inspe|iut|lycees?|colleges?|crous|cnrs|inserm|inria|inrae|cnam|academie|rectorat|laboratoire|comue|recherche)\b/,
  ],
  ['health', /\b(chu|chru|hopital|hopitaux|centre hospitalier|ghu|aphp|ehpad|clinique|ars)\b/],
  [
    'state',
    /\b(ministere|prefecture|sous prefecture|direction (generale|interministerielle|regionale|departementale)|drac|dreal|ddt|ddtm|dgfip|dinum|insee|gendarmerie|armee|tribunal|cour|etat|premier ministre|assemblee nationale|senat)\b/,
  ],
  [
    'company',
    /\b(sarl|sas|sasu|sa|eurl|scop|scic|gmbh|ltd|inc|llc|bv|spa|srl|scarl|societe|groupe|cabinet|consulting|solutions|services|technologies|informatique)\b/,
  ],
]

/** Whether a text says that there are users, and names none: "Collectivités", "environ 200 communes". */
export function isVague(folded: string): boolean {
  const all = folded.split(' ')
  return all.every((word) => VAGUE.has(word) || /^\d+$/.test(word))
}

/** What a name is that no organisation of the register bears. */
export function sortOf(folded: string): NameReason {
  return SORTS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'unknown'
}

/** Names of communes that others are better known by: without "ville de", nobody can tell. */
const ALSO_OTHERS = new Set(['orange', 'bull', 'vienne', 'valence', 'lens'])

/**
 * Whether a name is also, and better known as, another's: a company's, a place's abroad, or of all the
 * bodies that bear the name of a "pays".
 */
export const isAlsoOther = (key: string): boolean => ALSO_OTHERS.has(key) || /^pays /.test(key)
