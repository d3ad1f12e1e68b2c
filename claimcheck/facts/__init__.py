"""Comparisons to facts, and to what a reader must look at.

`grouping` makes the facts; `label` is what each is called, with `period_name` for its time.
`copies` are passages from one hand, which are one source, and `ranks` put official sources first.
"""
