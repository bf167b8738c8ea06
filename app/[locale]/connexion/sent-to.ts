/** The cookie that keeps, for the length of a link's life, to which address it was sent. */
export const SENT_TO = 'mutualibre.sent_to'
