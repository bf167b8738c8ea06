import { typedIn } from '#app/_request/run-command.ts'

/** All the boxes of a name that are ticked. */
export function tickedIn(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value): value is string => typeof value === 'string')
}

/** Who a provider is, as a form says it. */
export function identityIn(form: FormData) {
  return {
    name: typedIn(form, 'name'),
    kind: typedIn(form, 'kind'),
    website: typedIn(form, 'website'),
    summaryFr: typedIn(form, 'summaryFr'),
    summaryEn: typedIn(form, 'summaryEn'),
  }
}
