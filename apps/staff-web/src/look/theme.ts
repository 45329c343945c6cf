import { theme as antd, type MappingAlgorithm, type ThemeConfig } from 'antd'
import { themes, type ThemeName } from '#ui/tokens/colour.ts'
import { fonts, shape } from '#ui/tokens/scale.ts'

/** antd in the colours of the house; every pair of text and ground is clean under axe (WCAG 2.2 AA) in each theme. */
export function theme(name: ThemeName, larger: boolean): ThemeConfig {
  const { colours, shades } = themes[name]
  return {
    hashed: false,
    algorithm: ALGORITHMS[name],
    token: {
      colorTextLightSolid: colours.onPrimary,
      colorTextPlaceholder: colours.muted,
      colorTextDisabled: colours.edge,
      colorTextDescription: colours.muted,
      colorIcon: colours.muted,
      colorSplit: colours.line,
      boxShadow: `0 0.25rem 1rem ${shades.shade}`,
      boxShadowSecondary: `0 0.25rem 1rem ${shades.shade}`,
      borderRadius: parseFloat(shape.radius) * 16,
      fontFamily: fonts.body,
      fontSize: larger ? 22 : 15,
      controlHeight: larger ? 52 : 38,
      controlHeightSM: larger ? 44 : 30,
      motion: false,
      linkDecoration: 'underline',
      linkHoverDecoration: 'underline',
    },
    components: {
      Button: { defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none' },
      Modal: { titleFontSize: larger ? 26 : 18 },
    },
  }
}

/** antd mixes tints of its own from one colour; these are ours, put over what it mixed. Made once: antd caches by them. */
const ALGORITHMS = Object.fromEntries(
  (Object.keys(themes) as ThemeName[]).map((name) => [
    name,
    [themes[name].dark ? antd.darkAlgorithm : antd.defaultAlgorithm, ourColours(name)],
  ]),
) as Record<ThemeName, MappingAlgorithm[]>

function ourColours(name: ThemeName): MappingAlgorithm {
  const { colours, shades } = themes[name]
  const ours = {
    ...hue('Primary', colours.primary, colours.primaryDeep, colours.primaryWash),
    ...hue('Info', colours.primary, colours.primaryDeep, colours.primaryWash),
    ...hue('Success', colours.leaf, colours.leaf, colours.leafWash),
    ...hue('Warning', colours.amber, colours.amber, colours.amberWash),
    ...hue('Error', colours.brick, colours.brick, colours.brickWash),
    colorLink: colours.primary,
    colorLinkHover: colours.primaryDeep,
    colorLinkActive: colours.primaryDeep,
    colorText: colours.ink,
    colorTextBase: colours.ink,
    colorTextSecondary: colours.muted,
    colorTextTertiary: colours.muted,
    colorTextQuaternary: colours.muted,
    colorBgBase: colours.paper,
    colorBgLayout: colours.paper,
    colorBgContainer: colours.sheet,
    colorBgElevated: colours.sheet,
    colorBgSpotlight: colours.ink,
    colorBgMask: shades.veil,
    colorBorder: colours.edge,
    colorBorderSecondary: colours.line,
    colorFill: colours.sand,
    colorFillSecondary: colours.sand,
    colorFillTertiary: colours.sand,
    colorFillQuaternary: colours.sand,
  }
  return (_seed, mixed) => ({ ...mixed!, ...ours })
}

/** antd's ten names for the shades of one meaning. */
function hue(meaning: string, plain: string, deep: string, wash: string): Record<string, string> {
  const of = (part: string) => `color${meaning}${part}`
  return {
    [of('')]: plain,
    [of('Hover')]: deep,
    [of('Active')]: deep,
    [of('Text')]: plain,
    [of('TextHover')]: deep,
    [of('TextActive')]: deep,
    [of('Border')]: plain,
    [of('BorderHover')]: deep,
    [of('Bg')]: wash,
    [of('BgHover')]: wash,
  }
}
