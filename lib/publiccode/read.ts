import type { PubliccodeReading } from './document.ts'

/** Replaced by the room's own reader when it is merged. */
export function readPubliccode(bytes: Uint8Array | string): PubliccodeReading {
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)
  const name = /^name: *(.+)$/m.exec(text)?.[1]
  return {
    version: null,
    valid: true,
    findings: [],
    values: { description: {}, ...(name ? { name } : {}) },
    lines: {},
    corrected: null,
  }
}
