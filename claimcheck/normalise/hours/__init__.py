"""Times of the day.

`clock` finds most ("17 Uhr", "5:26pm"), `spokenhours` hours without their word and `turnedhours`
minutes before and after an hour; all three ask the words in `clockwords`. `quantities` makes
quantities of them, beside their day. `playclock` tells times that are none of the day.
"""
