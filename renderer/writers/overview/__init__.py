"""The overview of an edition in each format.

bars.py   a bar of smileys as shapes, with patterns that tell them apart without colour
word.py   the overview in Word: tables, and charts that can be edited
chart.py  a chart as DrawingML
sheet.py  the workbook inside a chart
"""
