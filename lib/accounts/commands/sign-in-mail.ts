import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { queueMail } from '#lib/mail/commands.ts'

/**
 * Queues the mail that holds a link to sign in. The link opens a page whose button signs in: a program
 * that opens the links of a mail before its reader burns nothing.
 * @param metadata `locale`, and `next`: where to go once signed in, an address of this site.
 */
export function queueSignInMail(
  tx: Tx,
  context: Context,
  options: {
    email: string
    token: string
    siteUrl: string
    metadata?: Record<string, unknown> | undefined
  },
): void {
  const { email, token, siteUrl, metadata } = options
  const english = metadata?.locale === 'en'
  const link = new URL(`${siteUrl}${english ? '/en' : ''}/connexion/lien`)
  link.searchParams.set('jeton', token)
  if (typeof metadata?.next === 'string' && metadata.next !== '') {
    link.searchParams.set('suite', metadata.next)
  }
  queueMail(tx, context, {
    to: email,
    kind: 'sign-in',
    ...(english ? inEnglish(link.href) : inFrench(link.href)),
  })
}

const inFrench = (link: string) => ({
  subject: 'Votre lien de connexion à Mutualibre',
  body: `Bonjour,

Pour vous connecter à Mutualibre, ouvrez ce lien puis appuyez sur le bouton de la page :

${link}

Il sert une fois, dans les 15 minutes. Si vous n’avez rien demandé, ne faites rien : sans ce lien, personne n’entre avec votre adresse.

Mutualibre, le catalogue des logiciels libres des collectivités`,
})

const inEnglish = (link: string) => ({
  subject: 'Your link to sign in to Mutualibre',
  body: `Hello,

To sign in to Mutualibre, open this link, then press the button of the page:

${link}

It works once, within 15 minutes. If you asked for nothing, do nothing: without this link, nobody gets in with your address.

Mutualibre, the catalogue of free software in French public bodies`,
})
