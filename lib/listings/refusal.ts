import { DomainError } from '#lib/errors.ts'

export type ListingRefusalReason = 'known' | 'fork' | 'not-free'

/** Why an address is not listed, although its repository can be read. */
export class ListingRefusal extends DomainError {
  readonly code = 'listing-refused'
  readonly reason: ListingRefusalReason
  /** The entry that it is about, where the catalogue has it. */
  readonly slug: string | undefined

  constructor(reason: ListingRefusalReason, fr: string, en: string, slug?: string) {
    super(fr, en)
    this.reason = reason
    this.slug = slug
  }
}

export const alreadyListed = (name: string, slug: string) =>
  new ListingRefusal(
    'known',
    `Ce dépôt est celui d’une fiche du catalogue : « ${name} ». Si c’est votre logiciel, revendiquez-la ; vous pourrez la compléter.`,
    `This repository is that of an entry of the catalogue: “${name}”. If it is your software, claim it; you can complete it then.`,
    slug,
  )

export const technicalFork = (
  original: string,
  line: number,
  known: { name: string; slug: string } | undefined,
) =>
  new ListingRefusal(
    'fork',
    `C’est une copie technique (fork) : son publiccode.yml dit, ligne ${line}, que le logiciel se développe à ${original}. ${
      known
        ? `L’original est au catalogue : « ${known.name} ».`
        : 'Ajoutez l’original, à cette adresse.'
    } Si la vôtre est un autre logiciel, écrivez son adresse dans « url » et celle de l’original dans « isBasedOn », puis réessayez.`,
    `This is a technical fork: its publiccode.yml says, on line ${line}, that the software is developed at ${original}. ${
      known
        ? `The original is in the catalogue: “${known.name}”.`
        : 'Add the original, at that address.'
    } If yours is a software of its own, write its address in “url” and that of the original in “isBasedOn”, then try again.`,
    known?.slug,
  )

export const notFree = (licence: string, path: string, line: number) =>
  new ListingRefusal(
    'not-free',
    `${path}${line > 0 ? `, ligne ${line},` : ''} annonce la licence ${licence}, que ni la FSF ni l’OSI n’approuve : ce n’est pas un logiciel libre, et le catalogue ne contient qu’eux. Si ce n’est pas la bonne licence, corrigez ce fichier, puis réessayez.`,
    `${path}${line > 0 ? `, line ${line},` : ''} says that the licence is ${licence}, which neither the FSF nor the OSI approves: this is no free software, and the catalogue holds nothing else. If this is not the right licence, mend that file, then try again.`,
  )
