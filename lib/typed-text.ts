/** Controls, and marks that turn the direction of what follows: they would garble a terminal. */
const GARBLING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** What someone typed in one line, without what no person types. */
export const oneLine = (text: string) => text.replace(GARBLING, ' ').replace(/\s+/g, ' ').trim()

/** The same for several lines. A form sends CR LF, which would count twice. */
export const lines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(GARBLING, ' ').trimEnd())
    .join('\n')
    .trim()
