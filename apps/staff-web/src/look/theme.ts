import type { ThemeConfig } from 'antd'
import { light } from '#ui/tokens/colour.ts'
import { fonts } from '#ui/tokens/scale.ts'

/** antd in the colours of the house; every pair of text and ground is clean under axe (WCAG 2.2 AA). */
export function theme(larger: boolean): ThemeConfig {
  return {
    hashed: false,
    token: {
      colorPrimary: light.primary,
      colorLink: light.primary,
      colorLinkHover: light.primaryDeep,
      colorLinkActive: light.primaryDeep,
      colorInfo: light.primary,
      colorInfoBg: light.primaryWash,
      colorSuccess: '#2f7d0a',
      colorSuccessBg: '#eef8e8',
      colorSuccessText: light.leaf,
      colorWarningBg: light.amberWash,
      colorWarningText: light.amber,
      colorError: '#b3121d',
      colorErrorBg: light.brickWash,
      colorText: light.ink,
      colorTextPlaceholder: '#6b6b75',
      colorTextTertiary: '#5c5c66',
      colorTextDescription: '#5c5c66',
      colorBorder: light.edge,
      colorBgLayout: light.paper,
      borderRadius: 4,
      fontFamily: fonts.body,
      fontSize: larger ? 22 : 15,
      controlHeight: larger ? 52 : 38,
      controlHeightSM: larger ? 44 : 30,
      motion: false,
      linkDecoration: 'underline',
      linkHoverDecoration: 'underline',
    },
    components: {
      Modal: { titleFontSize: larger ? 26 : 18 },
    },
  }
}
