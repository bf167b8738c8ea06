import { InvalidInput } from '#lib/errors.ts'
import type { GridFault } from './rules/grid-faults.ts'

/** Sentences that one message holds; the rest is counted. */
const MOST_SAID = 20

/** A grid, or a criterion, that is not as it should be: everything to mend in it. */
export class InvalidGrid extends InvalidInput {
  readonly faults: readonly GridFault[]

  constructor(faults: readonly GridFault[]) {
    const more = faults.length - MOST_SAID
    const said = (language: 'fr' | 'en') =>
      faults
        .slice(0, MOST_SAID)
        .map((fault) => fault[language])
        .join(' ')
    super(
      said('fr') + (more > 0 ? ` Et ${more} autres fautes.` : ''),
      said('en') + (more > 0 ? ` And ${more} more faults.` : ''),
    )
    this.faults = faults
  }
}
