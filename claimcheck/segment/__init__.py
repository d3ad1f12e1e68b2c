"""Documents to sentences, each with what part of the article it is.

`sentences` cuts them out of the paragraphs, headings and bullets that `blocks` finds. `promotion`
recognises paragraphs that sell something and report nothing; `comments` are no part of the text.
"""
