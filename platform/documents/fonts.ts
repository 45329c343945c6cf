import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { woffToTtf } from './woff.ts'

const packagePath = createRequire(import.meta.url).resolve

/**
 * The weights that the templates use and no others: each further weight costs 10 to 15 MB of address
 * space and start-up time. Folders, not files, because the compiler reads folders lazily; each holds one font.
 */
function everydayFolders(): string[] {
  return [
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  ].map((file) => dirname(packagePath(file)))
}

/** ☐ and ☑, which no Chinese font here has. */
export function boxFontFile(): string {
  return packagePath('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
}

function boxFont(): Buffer {
  return readFileSync(boxFontFile())
}

/**
 * LXGW WenKai adds about 1,400 hanzi outside the basic plane, most of them seen in names of people and
 * places.
 */
function rareHanziFont(): Buffer {
  return woffToTtf(
    readFileSync(packagePath('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff')),
  )
}

/** In-memory fonts must come before folders: the other order aborts the whole process. */
export type FontArguments = [{ fontBlobs: Buffer[] }, { fontPaths: string[] }]

/** Licensed fonts of a deployment (仿宋, 小标宋) come in as folders. */
export function everydayFonts(deploymentFolders: readonly string[]): FontArguments {
  return [{ fontBlobs: [boxFont()] }, { fontPaths: [...deploymentFolders, ...everydayFolders()] }]
}

export function fontsWithRareHanzi(deploymentFolders: readonly string[]): FontArguments {
  return [
    { fontBlobs: [boxFont(), rareHanziFont()] },
    { fontPaths: [...deploymentFolders, ...everydayFolders()] },
  ]
}

/** The face of the text of papers. */
export function bodyFontFile(): string {
  return packagePath('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
}

/** The face engraved on seals (国发〔1999〕25号: 宋体). */
export function sealFontFile(): string {
  return packagePath('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')
}
