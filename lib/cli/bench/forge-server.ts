import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { makeRepository } from '#lib/testing/git-repository.ts'
import { startGitServer } from '#lib/testing/git-server.ts'

// The git server of npm run bench:harvest, in a process of its own: what it takes is not ours.
// Arguments: the folder, how many repositories, and the files that each holds a copy of.
const [folder = '', count = '0', publiccode = '', licence = ''] = process.argv.slice(2)
const models = path.join(folder, 'models')
const KINDS = 10
const DAY = 86_400_000

// Ten kinds of repository, by size and age; each of the others is a copy of one with a commit of its own.
for (let kind = 0; kind < KINDS; kind++) {
  const last = Date.now() - kind * kind * 9 * DAY
  const commits = 5 + kind * 20
  makeRepository(path.join(models, `${kind}.git`), {
    files: {
      'publiccode.yml': publiccode.replaceAll('NAME', `Logiciel ${kind}`),
      LICENSE: licence,
      'README.md': `# Logiciel ${kind}\n\n${'Un logiciel libre. '.repeat(80)}\n`,
      'CHANGELOG.md': '# 1.0\n',
      '.gitlab-ci.yml': 'test:\n  script: make\n',
      'tests/test_a.py': 'assert True\n',
      ...Object.fromEntries(
        Array.from({ length: 20 + kind * 40 }, (_, n) => [
          `src/module${n % 12}/fichier${n}.py`,
          `# ${n}\n${`x = ${n}\n`.repeat(60)}`,
        ]),
      ),
    },
    commits: Array.from({ length: commits }, (_, n) => ({
      files: { [`src/module${n % 12}/change.py`]: `# ${n}\n` },
      author: `Agent ${n % 7} <agent${n % 7}@example.org>`,
      date: new Date(last - (commits - n) * 4 * DAY).toISOString(),
    })),
    tags: Array.from({ length: 2 + kind * 2 }, (_, n) => ({
      name: `v1.${n}.0`,
      at: Math.min(commits - 1, n * 5),
      ...(n % 2 ? { annotated: new Date(last - (20 - n) * DAY).toISOString() } : {}),
    })),
  })
}
mkdirSync(path.join(folder, 'repositories'), { recursive: true })
for (let n = 0; n < Number(count); n++) {
  cpSync(
    path.join(models, `${n % KINDS}.git`),
    path.join(folder, `repositories/ville/depot-${n}.git`),
    { recursive: true },
  )
}
const forge = await startGitServer({ folder: path.join(folder, 'repositories') })
process.send?.(forge.url)
process.on('disconnect', () => void forge.close().then(() => process.exit(0)))
