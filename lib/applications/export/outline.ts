import { momentInWords } from '#lib/day.ts'
import type { ComputedEvidence, EvidenceItem } from '#lib/evidence/schema.ts'
import type { ReadFile } from '../queries.ts'
import { WORDS } from './words.ts'

export type ExportLocale = 'fr' | 'en'

/** What a file is made of, whatever its format: one block a paragraph or a list. */
export type Block =
  | { kind: 'title' | 'heading' | 'question' | 'text' | 'note' | 'strong'; text: string }
  | { kind: 'list'; items: string[] }

const moment = (locale: ExportLocale, iso: string) => momentInWords(locale, new Date(iso), 'medium')
const number = (locale: ExportLocale, value: number) =>
  new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB').format(value)

/** A dossier in the order in which it is read. */
export function outlineOf({ content, sha256 }: ReadFile, locale: ExportLocale): Block[] {
  const t = WORDS[locale]
  const { organisation, responsible, elected, figures } = content
  const named = ({ name, office }: { name: string; office: string }) =>
    name === '' ? t.notNamed : office === '' ? name : `${name}, ${office}`
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  const places = [
    organisation.name,
    organisation.departement,
    organisation.population === null ? '' : t.population(number(locale, organisation.population)),
  ]
  const validated = elected.validatedAt
    ? `, ${t.validatedAt(moment(locale, elected.validatedAt))}`
    : ''
  const when = sha256 === '' ? t.madeOn : t.submitted
  const files = new Map(content.documents.map((file) => [file.id, file]))
  return [
    { kind: 'title', text: `${organisation.name}. ${t.title(content.edition)}` },
    { kind: 'note', text: t.notOfficial },
    ...(sha256 === '' && content.edition !== 0 ? [{ kind: 'strong', text: t.draft } as const] : []),
    { kind: 'text', text: when(moment(locale, content.submittedAt)) },
    { kind: 'text', text: `${t.organisation}${colon}${places.filter(Boolean).join(', ')}` },
    ...(content.edition === 0
      ? []
      : ([
          { kind: 'text', text: `${t.responsible}${colon}${named(responsible)}` },
          { kind: 'text', text: `${t.elected}${colon}${named(elected)}${validated}` },
          { kind: 'text', text: content.namesPublic ? t.namesPublic : t.namesPrivate },
        ] as const)),
    ...(figures
      ? [
          {
            kind: 'text' as const,
            text: `${t.figures} ${figures.year}${colon}${[
              [t.workstations, figures.workstations] as const,
              [t.servers, figures.servers] as const,
              [t.schools, figures.schoolWorkstations] as const,
            ]
              .flatMap(([what, n]) => (n === null ? [] : [`${what}, ${number(locale, n)}`]))
              .join('; ')}`,
          },
        ]
      : []),
    ...content.axes.flatMap((axis): Block[] => [
      { kind: 'heading', text: axis.name[locale] },
      ...axis.criteria.flatMap((criterion): Block[] => [
        {
          kind: 'question',
          text: [criterion.number, criterion.label[locale]].filter(Boolean).join(' '),
        },
        ...answerBlocks(criterion, locale),
        ...evidenceBlocks(criterion.evidence, locale),
        ...(criterion.documents.length === 0
          ? []
          : [
              { kind: 'note', text: t.documents } as const,
              {
                kind: 'list' as const,
                items: criterion.documents.flatMap((id) => files.get(id)?.fileName ?? []),
              },
            ]),
      ]),
    ]),
    ...(content.documents.length === 0
      ? []
      : [
          { kind: 'heading', text: t.documents } as const,
          {
            kind: 'list' as const,
            items: content.documents.map((file) => `${file.fileName} (SHA-256 ${file.sha256})`),
          },
        ]),
    ...(sha256 === ''
      ? []
      : [{ kind: 'heading', text: t.hash } as const, { kind: 'text', text: sha256 } as const]),
  ]
}

function answerBlocks(
  criterion: ReadFile['content']['axes'][number]['criteria'][number],
  locale: ExportLocale,
): Block[] {
  const t = WORDS[locale]
  const said = criterion.parts.flatMap((part): Block[] => {
    const text = criterion.answer?.[part]
    if (!text) return []
    if (part === 'list') return [{ kind: 'list', items: text.split('\n').filter(Boolean) }]
    if (part === 'yes-no') return [{ kind: 'text', text: text === 'yes' ? t.yes : t.no }]
    if (part === 'share') return [{ kind: 'text', text: `${text}\u00a0%` }]
    if (part === 'number') return [{ kind: 'text', text: number(locale, Number(text)) }]
    if (part === 'amount') {
      return [{ kind: 'text', text: `${number(locale, Number(text))}\u00a0€` }]
    }
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ kind: 'text', text: line }))
  })
  return said.length === 0 ? [{ kind: 'note', text: t.none }] : said
}

function evidenceBlocks(evidence: ComputedEvidence | null, locale: ExportLocale): Block[] {
  if (evidence === null || evidence.state === 'empty') return []
  const t = WORDS[locale]
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  const line = (item: EvidenceItem) =>
    [
      item.software.name,
      t.states[item.state as keyof typeof t.states] ?? '',
      item.since ? `${t.since} ${item.since}` : '',
      item.confirmedOn ? `${t.confirmed} ${item.confirmedOn}` : '',
      item.kind === 'adoption' ? `${t.number} ${item.id}` : '',
    ]
      .filter(Boolean)
      .join(', ')
  const blocks: Block[] = []
  if (evidence.value !== null) {
    const unit = evidence.denominator === null ? '' : '\u00a0%'
    const share =
      evidence.numerator === null || evidence.denominator === null
        ? ''
        : ` (${number(locale, evidence.numerator)} / ${number(locale, evidence.denominator)})`
    const value = `${number(locale, evidence.value)}${unit}${share}`
    blocks.push({ kind: 'note', text: `${t.value}${colon}${value}` })
  }
  if (evidence.items.length > 0) {
    blocks.push(
      { kind: 'note', text: t.evidence },
      { kind: 'list', items: evidence.items.map(line) },
    )
  }
  if (evidence.apart.length > 0) {
    blocks.push({ kind: 'note', text: t.apart }, { kind: 'list', items: evidence.apart.map(line) })
  }
  return blocks
}
