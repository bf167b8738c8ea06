/**
 * A file that is only ever saved: whatever it is, a browser neither guesses its kind nor draws it here. Its
 * policy, by which nothing in it could act if one did, is in lib/server/security-headers.ts.
 */
export function attachment(
  bytes: Uint8Array<ArrayBuffer> | string,
  { fileName, mediaType }: { fileName: string; mediaType: string },
): Response {
  const plain = fileName.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '') || 'document'
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return new Response(bytes, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  })
}
