import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import type { SnapshotContent } from '#lib/applications/schema.ts'
import { EvidenceBeside } from './evidence-beside.tsx'

type Answer = Partial<Record<string, string>> | null

/** A dossier to be read, whole: a draft, or what was submitted. */
export function DossierReading({
  locale,
  content,
  link,
}: {
  locale: Locale
  content: SnapshotContent
  /** Whether its reader may open documents and the organisation's space. */
  link: boolean
}) {
  const t = messages(locale).dossier
  const { reading: r } = t
  const { responsible, elected, figures } = content
  const figure = (value: number | null) => (value === null ? r.unsaid : formatNumber(locale, value))
  return (
    <div className="grid gap-4 wrap-anywhere">
      <h2>{r.people}</h2>
      <dl className="grid gap-1">
        <Person label={r.responsible} {...responsible} unnamed={t.people.notNamed} />
        <Person label={r.elected} {...elected} unnamed={t.people.notNamed}>
          {elected.validatedAt === ''
            ? ''
            : `, ${r.validatedAt(formatMoment(locale, elected.validatedAt))}`}
        </Person>
      </dl>
      <p>{content.namesPublic ? r.namesPublic : r.namesPrivate}.</p>
      {figures ? (
        <>
          <h2>{r.figures}</h2>
          <p>
            {r.figuresText(
              String(figures.year),
              figure(figures.workstations),
              figure(figures.servers),
              figure(figures.schoolWorkstations),
            )}
          </p>
        </>
      ) : null}
      {content.axes.map((axis) => (
        <section key={axis.slug} aria-labelledby={`r-${axis.slug}`}>
          <h2 id={`r-${axis.slug}`}>{axis.name[locale]}</h2>
          {axis.criteria.map((criterion) => (
            <div key={criterion.slug} className="mt-4 border-line border-t pt-3">
              <h3>
                {criterion.number ? `${criterion.number} ` : ''}
                {criterion.label[locale]}
              </h3>
              <AnswerRead locale={locale} criterion={criterion} answer={criterion.answer} />
              <div className="mt-2 text-[0.97rem] text-muted">
                <EvidenceBeside
                  locale={locale}
                  evidence={criterion.evidence}
                  organisation={content.organisation.key}
                  space={false}
                />
              </div>
              <Files
                link={link}
                files={content.documents.filter((file) => criterion.documents.includes(file.id))}
              />
            </div>
          ))}
        </section>
      ))}
      <section aria-labelledby="r-documents">
        <h2 id="r-documents">{t.documents.title}</h2>
        {content.documents.length === 0 ? <p>{t.documents.none}</p> : null}
        <Files link={link} files={content.documents} />
      </section>
    </div>
  )
}

function Person({
  label,
  name,
  office,
  unnamed,
  children,
}: {
  label: string
  name: string
  office: string
  unnamed: string
  children?: string
}) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="font-semibold">{label}</dt>
      <dd>
        {name || unnamed}
        {office ? `, ${office}` : ''}
        {children}
      </dd>
    </div>
  )
}

function Files({ link, files }: { link: boolean; files: SnapshotContent['documents'] }) {
  if (files.length === 0) return null
  return (
    <ul className="mt-2 list-disc pl-5">
      {files.map((file) => (
        <li key={file.id}>
          {link ? (
            <a className="link" href={`/api/espace/documents/${file.id}`}>
              {file.fileName}
            </a>
          ) : (
            file.fileName
          )}
        </li>
      ))}
    </ul>
  )
}

/** One answer, as it reads. */
export function AnswerRead({
  locale,
  criterion,
  answer,
}: {
  locale: Locale
  criterion: {
    parts: readonly string[]
    choices?: ReadonlyArray<{ value: string; fr: string; en: string }>
  }
  answer: Answer
}) {
  const t = messages(locale).dossier.answer
  const said = criterion.parts.flatMap((part) => {
    const text = answer?.[part]
    return text ? [{ part, text }] : []
  })
  if (said.length === 0) return <p className="mt-1 text-muted">{t.none}</p>
  const words = (part: string, text: string) => {
    if (part === 'yes-no') return text === 'yes' ? t.yes : t.no
    if (part === 'number' || part === 'amount') {
      return `${formatNumber(locale, Number(text))}${part === 'amount' ? '\u00a0€' : ''}`
    }
    if (part === 'share') return `${text}\u00a0%`
    if (part === 'choice') {
      return criterion.choices?.find(({ value }) => value === text)?.[locale] ?? text
    }
    return text
  }
  return (
    <div className="mt-1 grid gap-1">
      {said.map(({ part, text }) =>
        part === 'url' ? (
          <p key={part}>
            <a className="link" href={text} rel="noopener nofollow ugc">
              {text}
            </a>
          </p>
        ) : (
          <p key={part} className="max-w-prose whitespace-pre-wrap">
            {words(part, text)}
          </p>
        ),
      )}
    </div>
  )
}
