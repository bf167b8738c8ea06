import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Mails that the page of the folder shows. */
const MOST_SHOWN = 50

export interface FolderMail {
  file: string
  to: string
  subject: string
  text: string
}

/** The latest mails of the folder that a service of one's own machine writes them to, newest first. */
export function readMailFolder(folder: string): FolderMail[] {
  if (!existsSync(/* turbopackIgnore: true */ folder)) return []
  return readdirSync(/* turbopackIgnore: true */ folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .reverse()
    .slice(0, MOST_SHOWN)
    .map((file) => {
      const content = readFileSync(path.join(/* turbopackIgnore: true */ folder, file), 'utf8')
      const [head = '', ...paragraphs] = content.split('\n\n')
      const line = (name: string) => head.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? ''
      return {
        file,
        to: line('To'),
        subject: line('Subject'),
        text: paragraphs.join('\n\n').trim(),
      }
    })
}
