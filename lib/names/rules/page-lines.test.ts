import { describe, expect, it } from 'vitest'
import { pageLines } from './page-lines.ts'

describe('the lines of a page', () => {
  it('are its items, its cells and its paragraphs, without what surrounds them', () => {
    const page = `<!doctype html><html><head><title>Références</title><style>li{}</style></head><body>
      <nav><a href="/">Accueil</a></nav>
      <main><h1>Ils utilisent openExemple</h1>
        <ul><li><a href="#">Ville de Bo&eacute;</a><li>Mairie
          d’<b>Arles</b></ul>
        <table><tr><td>Saint-Denis</td><td>93</td></tr></table>
        <script>document.write('<li>Ville de Nulle-Part')</script>
        <p>Et<br>d’autres</p></main><footer>Mentions légales</footer>`

    expect(pageLines(page)).toEqual([
      'Ils utilisent openExemple',
      'Ville de Boé',
      'Mairie d’Arles',
      'Saint-Denis',
      '93',
      'Et',
      'd’autres',
    ])
  })

  it('are those of all of it, where it does not say which part is its own', () => {
    expect(pageLines('<ul><li>Arles<li>Boé</ul>')).toEqual(['Arles', 'Boé'])
    expect(pageLines('Arles')).toEqual(['Arles'])
    expect(pageLines('')).toEqual([])
  })

  it('come of any text, however broken', () => {
    for (const text of [
      '<',
      '</main></nav></nav>Arles',
      '<li'.repeat(10_000),
      '<div>'.repeat(50_000),
    ]) {
      expect(() => pageLines(text)).not.toThrow()
    }
  })
})
