import '../form/photo-input.css'

/** A picture small; whoever wants to read it opens it whole. */
export function SmallPhoto({ url, of }: { url: string; of: string }) {
  return (
    <a className="photo-small" href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={of} loading="lazy" />
    </a>
  )
}
