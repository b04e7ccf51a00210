extension ComparisonPage {
  /// The style sheet: two columns that keep blanks as they are, in light and dark.
  static let style = """
    :root { color-scheme: light dark; --ink: #1c1b19; --paper: #fbfaf7; --rule: #e3dfd6; --soft: #7a756b;
      --old: #f6d9d5; --sure: #cfe8d2; --likely: #fbe7ac; --weak: #fbcdb4; --doubt: #8a6d00; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8e4da; --paper: #1b1a18; --rule: #37342f; --soft: #9a9488;
        --old: #5a2f2a; --sure: #24492b; --likely: #5a4a12; --weak: #6a3418; --doubt: #d9b94a; } }
    body { margin: 0 auto; max-width: 96rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
      font: 15px/1.55 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
    h1 { font-size: 1.3rem; margin: 0; } h1 small { color: var(--soft); font-weight: normal; }
    h2 { font-size: 1.05rem; margin: 2rem 0 0; } .legend, .counts { color: var(--soft); margin: .3rem 0 .8rem; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    th { text-align: left; font-weight: 600; position: sticky; top: 0; background: var(--paper); }
    th:first-child, td.n { width: 3rem; } th, td { padding: .15rem .6rem; vertical-align: top; }
    tr { border-bottom: 1px solid var(--rule); } td { white-space: pre-wrap; overflow-wrap: anywhere; }
    td.n { color: var(--soft); text-align: right; font-variant-numeric: tabular-nums; user-select: none; }
    ins, del { text-decoration: none; border-radius: 3px; padding: 0 .1em; } del { background: var(--old); }
    .sure { background: var(--sure); } .likely { background: var(--likely); } .weak { background: var(--weak); }
    .doubt { border-bottom: 2px dotted var(--doubt); }
    @media print { th { position: static; } body { padding: 0; } }
    """
}
