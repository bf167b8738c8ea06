import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'

/** One address of every kind of public page, and of the states that a kind can be in. */
export const PAGES = [
  '/',
  '/logiciels',
  '/logiciels?q=cimetière',
  '/logiciels?q=oppennelleck',
  '/logiciels?q=passeport',
  '/logiciels?q=photoshop',
  '/logiciels?proche=211300041',
  '/logiciels?proche=zzyzx&licence=agpl',
  '/logiciels?q=agenda&proche=211300041&langue=fr&activite=unmaintained',
  '/logiciels?licence=agpl&groupe=elections&groupe=finances&page=2',
  '/logiciels?critere=logiciels.dematerialisation&critere=logiciels.web-sig',
  '/logiciels/openelec',
  '/logiciels/geotrek',
  '/logiciels/geotrek/historique',
  '/logiciels/geotrek/utilisateurs',
  '/logiciels/geotrek/utilisateurs?region=76&tri=nom',
  '/logiciels/opencimetiere/utilisateurs?etat=stopped',
  '/logiciels/geotrek/utilisateurs?annee=inconnue&etat=toutes',
  '/logiciels/geotrek/utilisateurs?semblables=213801855&departement=aucun',
  '/logiciels/geotrek/utilisateurs?etat=stopped&raison=non-dite&cout=oui',
  '/logiciels/demander',
  '/logiciels/demander?nom=jurys&fonction=jury-assises',
  '/logiciels/demander?envoyee=12&fonction=jury-assises',
  '/metiers',
  '/metiers/listes-electorales',
  '/metiers/jury-assises',
  '/collectivites',
  '/collectivites?q=saint etienne&type=commune',
  '/collectivites?q=zzyzx',
  '/collectivites?departement=13&utilise=oui',
  '/collectivites/211300041',
  '/collectivites/221300015',
  '/collectivites/241300417',
  '/collectivites/231300021',
  '/collectivites/211300041/semblables',
  '/collectivites/231300021/semblables',
  '/collectivites/insee-98411/semblables',
  '/editeurs/openmairie',
  '/besoins',
  '/label',
  '/label/2016',
  '/label/2025',
  '/label/2016/laureats/211300041',
  '/label/verifier',
  '/label/verifier?adresse=/label/2016/laureats/211300041',
  '/label/reference/criteres/logiciels.web-sig',
  '/label/reference/criteres/logiciels.metier-nombre?departement=13&type=commune',
  '/label/reference/criteres/strategie.enjeux',
  '/label/reference/criteres',
  '/a-propos',
  '/accessibilite',
  '/mentions-legales',
  '/sante',
] as const

/** Addresses that lead nowhere, in each part of the site. */
export const NOWHERE = [
  '/nulle-part',
  '/logiciels/openelek',
  '/collectivites/0',
  '/collectivites/0/semblables',
  '/besoins/999999',
  '/label/1999',
  '/label/2026/laureats/211300041',
  '/label/reference/criteres/logiciels.rien',
  '/label/1999/criteres/logiciels.web-sig',
  '/label/2025/criteres',
]

/** The address of a page in one language, its query kept. */
export function inLocale(locale: Locale, address: string): string {
  const [path = '/', query] = address.split('?')
  return query === undefined ? pathTo(locale, path) : `${pathTo(locale, path)}?${query}`
}
