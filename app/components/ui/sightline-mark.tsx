/** An eye that rests on a straight line. */
export function SightlineMark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 40 28" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M4 19C8 9.5 13.5 5 20 5s12 4.5 16 14"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d="M1.5 24h37" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <circle cx="20" cy="16" r="4.5" fill="currentColor" />
    </svg>
  );
}
