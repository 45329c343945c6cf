/** A guide and a form that are not published yet, drawn by the pages of the portal for those who write them. */
export { formPreview, guidePreview, type Previewed } from './pages/preview/pages.tsx'
