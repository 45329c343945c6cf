/** Where a guide is shown (DW-3.5.16-02): 网站、自助终端、大厅屏幕、纸质. */
export const CHANNELS = ['portal', 'kiosk', 'screen', 'paper'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_TITLES: Readonly<Record<Channel, string>> = {
  portal: '网上办事大厅',
  kiosk: '自助终端',
  screen: '大厅屏幕',
  paper: '纸质指南',
}
