import { describe, expect, it } from 'vitest'
import { bareName, highestVersion, nameKeyOf, versionIn } from './package-name.ts'

describe('The name of a software in an inventory', () => {
  it.each([
    ['LibreOffice 24.8.4.2', 'LibreOffice', '24.8.4.2'],
    ['LibreOffice 7.6.4.1 (x64 fr)', 'LibreOffice', '7.6.4.1'],
    ['Mozilla Firefox ESR (x64 fr)', 'Mozilla Firefox ESR', ''],
    ['Mozilla Firefox 115.6.0 ESR (x64 fr)', 'Mozilla Firefox ESR', '115.6.0'],
    ['Mozilla Thunderbird (x86 en-US)', 'Mozilla Thunderbird', ''],
    ['7-Zip 24.09 (x64)', '7-Zip', '24.09'],
    ['7-Zip 24.09 (x64 edition)', '7-Zip', '24.09'],
    ['VLC media player', 'VLC media player', ''],
    ['VLC media player 3.0.20', 'VLC media player', '3.0.20'],
    ['Notepad++ (64-bit x64)', 'Notepad++', ''],
    ['Notepad++ (32-bit x86)', 'Notepad++', ''],
    ['GIMP 2.10.36-1', 'GIMP', '2.10.36'],
    ["QGIS 3.34.3 'Prizren'", "QGIS 'Prizren'", '3.34.3'],
    ['Inkscape', 'Inkscape', ''],
    ['FileZilla 3.66.4', 'FileZilla', '3.66.4'],
    ['FileZilla Client 3.66.4', 'FileZilla Client', '3.66.4'],
    ['libreoffice:amd64', 'libreoffice', ''],
    ['Audacity® 3.4.2', 'Audacity', '3.4.2'],
    ['KeePass Password Safe 2.55', 'KeePass Password Safe', '2.55'],
    ['Git version 2.43.0', 'Git', '2.43.0'],
    ['Python 3.12.1 (64-bit)', 'Python', '3.12.1'],
    ['PDFsam Basic', 'PDFsam Basic', ''],
    ['Scribus 1.5.8', 'Scribus', '1.5.8'],
    ['PostgreSQL 16', 'PostgreSQL', ''],
    ['LibreOffice Help Pack (French)', 'LibreOffice Help Pack', ''],
    // What there is of a name stays, however odd.
    ['2024', '2024', ''],
    ['7-Zip', '7-Zip', ''],
    ['(x64)', '', ''],
    ['', '', ''],
  ])('%s is %s', (text, name, version) => {
    expect(bareName(text)).toBe(name)
    expect(versionIn(text)).toBe(version)
  })

  it('is compared without case, accents or marks', () => {
    expect(nameKeyOf('OpenÉlec 5.1')).toBe(nameKeyOf('openelec'))
    expect(nameKeyOf('Notepad++ (64-bit x64)')).toBe('notepad++')
  })

  it.each([
    ['24.2.1\n24.8.4.2\n7.6', '24.8.4.2'],
    ['3.0.20', '3.0.20'],
    ['9.9|10.1', '10.1'],
    ['24.8.4 - LibreOffice\n7.1 - LibreOffice', '24.8.4'],
    ['N/A', ''],
    ['', ''],
  ])('the highest of the versions %j is %s', (cell, version) => {
    expect(highestVersion(cell)).toBe(version)
  })
})
