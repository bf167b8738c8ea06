/**
 * Our functions by the categories of publiccode.yml that say the same, for exports only: the standard's
 * list is a generic one of office trades, and has nothing for most of a collectivité's. Left out where
 * no category is surely right.
 */
const BY_CATEGORY: Readonly<Record<string, string>> = {
  accounting: 'comptabilite-budgetaire immobilisations dette-emprunts regies-encaissement',
  'appointment-scheduling': 'prise-rendez-vous sondages-dates',
  'applicant-tracking': 'recrutement',
  'application-development': 'langages-cadriciels cadriciel-metier',
  backup: 'sauvegarde',
  'billing-and-invoicing': 'factures',
  budgeting: 'preparation-budgetaire',
  'business-intelligence': 'decisionnel',
  'business-process-management': 'orchestration-flux',
  cad: 'dessin-plans',
  'call-center-management': 'centre-appels',
  'cloud-management': 'virtualisation-cloud conteneurs-orchestration',
  collaboration: 'edition-collaborative',
  'compliance-management': 'registre-rgpd',
  'content-management': 'site-internet intranet',
  crm: 'gru',
  'data-analytics': 'analyse-statistique mesure-audience',
  'data-collection': 'saisie-terrain capteurs-iot consultations-enquetes',
  'digital-asset-management': 'photo-image',
  'digital-citizenship':
    'participation-citoyenne petitions demarches-en-ligne signalement-citoyen vote-electronique',
  'document-management': 'ged archivage-electronique archives-historiques courrier deliberations',
  'e-signature': 'parapheur',
  'educational-content': 'pedagogie-ecoles video-pedagogique',
  'email-management': 'messagerie-agenda client-messagerie listes-diffusion',
  'email-marketing': 'lettres-information',
  'event-management': 'agenda-culturel',
  'facility-management': 'maintenance-batiments reservation-salles',
  'financial-reporting': 'controle-gestion',
  'fleet-management': 'flotte-vehicules',
  'geographic-information-systems':
    'sig-bureautique webmapping catalogue-metadonnees-geo serveur-cartographique imagerie-3d-terrain cadastre numerotation-adresses plu',
  'grant-management': 'subventions-versees aides-recues',
  'graphic-design': 'creation-graphique',
  'help-desk': 'gestion-parc',
  hr: 'carriere effectifs-organigramme evaluation-agents',
  ide: 'environnement-developpement',
  'identity-management':
    'annuaire-identites authentification-unique identite-numerique-usagers gestion-mots-de-passe',
  'instant-messaging': 'messagerie-instantanee',
  'integrated-library-system': 'bibliotheques portail-mediatheque',
  'inventory-management': 'commandes-stocks pret-materiel',
  'it-asset-management': 'inventaire-parc',
  'it-development': 'forge-logicielle integration-deploiement catalogue-logiciels',
  'it-management': 'supervision gestion-logs serveur-web systeme-serveur systeme-poste',
  'it-security': 'pare-feu-vpn antivirus-antispam securite-audit chiffrement',
  'knowledge-management': 'wiki-connaissances',
  'learning-management-system': 'cours-en-ligne formation-agents',
  'mind-mapping': 'prise-notes-mindmap',
  office: 'suite-bureautique outils-pdf',
  'online-booking': 'billetterie piscines-billetterie',
  'payment-gateway': 'paiement-en-ligne',
  payroll: 'paie',
  procurement: 'marches-publics publication-marches',
  'project-management': 'gestion-projets',
  'property-management': 'gestion-locative logement-social',
  'real-estate-management': 'gestion-patrimoine-bati',
  'regulations-and-directives': 'veille-juridique',
  'remote-support': 'prise-main-distance',
  'social-media-management': 'reseaux-sociaux',
  'taxes-management': 'fiscalite-locale taxe-sejour taxe-publicite-exterieure',
  'test-management': 'tests-qualite',
  'time-management': 'conges-temps',
  'video-conferencing': 'visioconference',
  'video-editing': 'montage-video',
  'visitor-management': 'accueil-physique',
  voip: 'telephonie',
  whistleblowing: 'lanceurs-alerte',
}

const byFunction = new Map(
  Object.entries(BY_CATEGORY).flatMap(([category, functions]) =>
    functions.split(' ').map((slug) => [slug, category] as const),
  ),
)

/** The functions that have a category, for the test that they exist. */
export const MAPPED_FUNCTIONS: ReadonlyMap<string, string> = byFunction

export function categoriesOf(functions: readonly string[]): string[] {
  return [...new Set(functions.flatMap((slug) => byFunction.get(slug) ?? []))]
}
