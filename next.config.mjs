import path from 'node:path'

/**
 * French pages stand at the root, English ones under /en: both are served by app/[locale].
 * The security headers that need no nonce are here; the Content-Security-Policy carries one,
 * so lib/server/ writes it for each request.
 * @type {import('next').NextConfig}
 */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  images: { unoptimized: true },
  // A page has its title from its first byte on, for every reader: what is said of it is never streamed.
  htmlLimitedBots: /.*/,
  // Lists of software are uploaded by a form; lib/server/form-gate.ts bounds each form more closely.
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
  serverExternalPackages: ['better-auth', 'nodemailer', 'pdfkit', 'file-type'],
  turbopack: { root: path.resolve('.') },
  // The project's tsc runs in `npm run check`; building on a visitor's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/fr' },
        {
          // A file of the site's root (icon, robots…) stays itself; every other address is a page.
          source: '/:path((?!en(?:/|$)|fr(?:/|$)|api/|_next/|icon\\.svg|robots\\.txt).+)',
          destination: '/fr/:path',
        },
      ],
      afterFiles: [],
      fallback: [],
    }
  },
  async redirects() {
    return [
      { source: '/fr', destination: '/', permanent: true },
      // Browsers ask for it whatever icon the pages name.
      { source: '/favicon.ico', destination: '/icon.svg', permanent: true },
      { source: '/fr/:path*', destination: '/:path*', permanent: true },
    ]
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
    ]
  },
}

export default config
