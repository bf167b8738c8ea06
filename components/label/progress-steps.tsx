import { anchorOf } from '#components/dossier/shown-dossier.ts'
import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criterionPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { BestStep } from '#lib/evidence/rules/best-steps.ts'
import type { ShownCriterion, ShownProgress } from './shown-progress.ts'

type Place = Pick<ShownProgress, 'organisation' | 'grid'>

interface StepWords {
  text: string
  href: string
}

const spaceOf = (locale: Locale, { organisation }: Place, rest = '') =>
  pathTo(locale, `/espace/collectivites/${organisation.key}${rest}`)

/** The address of the dossier that a grid is answered in. */
export const dossierPath = (locale: Locale, place: Place, query: Record<string, string> = {}) =>
  pathTo(locale, `/espace/collectivites/${place.organisation.key}/label/${place.grid.key}`, query)

/** What a criterion needs next, and where to do it; null where nothing is missing. */
export function stepWords(
  locale: Locale,
  place: Place,
  item: Pick<ShownCriterion, 'criterion' | 'step' | 'only' | 'evidence'>,
): StepWords | null {
  const t = messages(locale).labelProgress.steps
  const { step, criterion } = item
  switch (step?.kind) {
    case undefined:
      return null
    case 'state-figure':
      return {
        text: `${t.stateFigure[step.of]}${locale === 'fr' ? '\u00a0' : ''}: ${t.becomesShare}`,
        href: spaceOf(locale, place, '/label/chiffres'),
      }
    case 'check-figure':
      return {
        text: t.checkFigure[step.of],
        href: spaceOf(locale, place, '/label/chiffres'),
      }
    case 'say-units': {
      const [first] = step.adoptions
      const { one, many } = t.sayUnits[step.of]
      return {
        text: counted(locale, step.adoptions.length, one, many),
        href:
          step.adoptions.length === 1
            ? spaceOf(locale, place, `/utilisations/${first}`)
            : `${spaceOf(locale, place)}#list`,
      }
    }
    case 'reconfirm':
      return {
        text: confirmWords(locale, step.adoptions.length, step.never),
        href: `${spaceOf(locale, place)}#waiting`,
      }
    case 'near':
      return nearStep(locale, place, item, step.organisations)
    case 'declare':
      // Any software backs a timeline: there is no list to choose from.
      if (criterion.rule?.rule === 'timeline') {
        return {
          text: messages(locale).labelProgress.empty.first,
          href: pathTo(locale, '/espace/declarer', { collectivite: place.organisation.key }),
        }
      }
      return {
        text: t.declare,
        href: `${criterionPath(locale, place.grid.key, criterion.slug)}#software`,
      }
    case 'answer':
      return {
        text: item.evidence?.state === 'partial' ? t.answerToo : t.answer,
        href: `${dossierPath(locale, place, { axe: criterion.axis })}#${anchorOf(criterion.slug)}`,
      }
  }
}

function confirmWords(locale: Locale, n: number, never: number): string {
  const t = messages(locale).labelProgress.steps
  const many = locale === 'fr' ? n > 1 : n !== 1
  const number = formatNumber(locale, n)
  return never === 0 ? t.reconfirm(number, many) : t.confirm(number, many)
}

function nearStep(
  locale: Locale,
  place: Place,
  { criterion, only }: Pick<ShownCriterion, 'criterion' | 'only'>,
  n: number,
  named = false,
): StepWords {
  const { labelProgress, common } = messages(locale)
  const t = labelProgress.steps
  const { kind, departement } = place.organisation
  const many = locale === 'fr' ? n > 1 : n !== 1
  const number = many ? 'many' : 'one'
  const { one, many: plural } = common.kinds[kind]
  const what = only ? t.use[number](only[locale]) : t.back[number]
  const text = t.near(counted(locale, n, one, plural), what, many)
  return {
    text:
      named && !only
        ? `${criterion.label[locale]}${locale === 'fr' ? '\u00a0' : ''}: ${text}`
        : text,
    href: criterionPath(locale, place.grid.key, criterion.slug, { departement, type: kind }),
  }
}

/** What would add the most, over all criteria: a few links. */
export function BestSteps({ locale, progress }: { locale: Locale; progress: ShownProgress }) {
  const t = messages(locale).labelProgress
  if (progress.best.length === 0) return <p className="mt-3">{t.next.nothing}</p>
  const all = progress.axes.flatMap(({ criteria }) => criteria)
  return (
    <ul className="mt-3 grid gap-3">
      {progress.best.map((step) => {
        const { text, href, note } = bestWords(locale, progress, all, step)
        return (
          <li key={text} className="border-accent border-l-4 pl-3">
            <Link className="link" href={href}>
              {text}
            </Link>
            {note ? <span className="block text-[0.95rem] text-muted">{note}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}

function bestWords(
  locale: Locale,
  progress: ShownProgress,
  all: readonly ShownCriterion[],
  step: BestStep,
): StepWords & { note: string } {
  const t = messages(locale).labelProgress.steps
  const n = step.criteria.length
  switch (step.kind) {
    case 'state-figure':
      return {
        text: t.stateFigure[step.of],
        href: spaceOf(locale, progress, '/label/chiffres'),
        note: n === 1 ? t.becomesShare : t.becomeShares(formatNumber(locale, n)),
      }
    case 'reconfirm':
      return {
        text: confirmWords(locale, step.adoptions, step.never),
        href: `${spaceOf(locale, progress)}#waiting`,
        note: counted(locale, n, t.forCriteria.one, t.forCriteria.many),
      }
    case 'near': {
      const item = all.find(({ criterion }) => criterion.slug === step.criteria[0])
      if (!item) return { text: '', href: '', note: '' }
      return { ...nearStep(locale, progress, item, step.organisations, true), note: '' }
    }
  }
}
