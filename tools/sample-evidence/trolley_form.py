"""The weekly check of the crash cart: a PDF form that the nurse filled in on the screen."""
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LINES = [
    ("Seal whole, number as in the book", "yes"),
    ("Defibrillator: self-test, pads (2 sets), in date", "yes, pads 2028-05"),
    ("Bag and masks, airways sizes 2 to 4", "complete"),
    ("Laryngoscope, blades, bulbs lit", "yes"),
    ("Tubes 6.5 to 8.0, cuff syringe, tape", "complete"),
    ("Suction: pull of 0.8 bar reached, catheter on", "yes"),
    ("Oxygen cylinder, pressure in bar", "165"),
    ("Adrenaline, atropine, amiodarone: number, in date", "10 / 5 / 6, oldest 2027-02"),
    ("Antihistamine, steroid, salbutamol", "complete"),
    ("Fluids, giving sets, cannulas, pressure bag", "complete"),
    ("Bone needle set", "one, in date 2029-01"),
    ("Hard board, torch, gloves, clock", "torch battery changed"),
]
WEEKS = [("2 Nov 2026", "in order"), ("9 Nov 2026", "in order"), ("16 Nov 2026", "in order after battery")]


def write_trolley_form(target):
    width, height = A4
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle("Crash cart, weekly check")
    canvas.setAuthor("St Anna Hospital")
    heading(canvas, width, height)
    y = height - 172
    for number, (text, answer) in enumerate(LINES, 1):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, y + 5, f"{number}.  {text}")
        field(canvas, f"line{number}", text, answer, 352, y, 193)
        y -= 25
    y -= 14
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(50, y + 4, "Weeks checked this month")
    for number, (date, result) in enumerate(WEEKS, 1):
        y -= 26
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, y + 5, "Date")
        field(canvas, f"date{number}", "Date of the check", date, 85, y, 90)
        canvas.drawString(190, y + 5, "Result")
        field(canvas, f"result{number}", "Result", result, 230, y, 170)
        canvas.drawString(412, y + 5, "Initials")
        field(canvas, f"initials{number}", "Initials", "N-c", 455, y, 90)
    y -= 40
    canvas.drawString(50, y + 5, "Missing or replaced")
    field(canvas, "replaced", "Missing or replaced", "Torch battery (16 Nov). Nothing else missing.", 160, y, 385)
    footer(canvas)
    canvas.save()


def heading(canvas, width, height):
    canvas.setFillColor(HexColor("#15527a"))
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(50, height - 55, "St Anna Hospital")
    canvas.setFillColor(HexColor("#444444"))
    canvas.setFont("Helvetica", 9)
    canvas.drawString(50, height - 68, "Department of Interventional Radiology")
    canvas.drawRightString(width - 50, height - 55, "Form F-IR-08 · version 3")
    canvas.drawRightString(width - 50, height - 68, "In use from 2 February 2026 · Next review 1 February 2031")
    canvas.line(50, height - 76, width - 50, height - 76)
    canvas.setFillColor(HexColor("#1c1c1c"))
    canvas.setFont("Helvetica-Bold", 17)
    canvas.drawString(50, height - 104, "Crash cart, weekly check")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, height - 128, "Cart in room")
    field(canvas, "room", "Cart in room", "C1.101 (suite 1)", 120, height - 133, 130)
    canvas.drawString(270, height - 128, "Month")
    field(canvas, "month", "Month", "November 2026", 310, height - 133, 130)


def footer(canvas):
    canvas.setFillColor(HexColor("#555555"))
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, 60, "Check once a week and after each use. Faults: lead nurse, same day. A cart that is not complete is not left in the suite.")
    canvas.drawString(50, 42, "Owner: lead nurse · Approved by: Resuscitation Committee")


def field(canvas, name, tooltip, value, x, y, width):
    canvas.acroForm.textfield(
        name=name, tooltip=tooltip, value=value, x=x, y=y, width=width, height=16, fontSize=10, fontName="Helvetica",
        borderWidth=0.5, borderColor=HexColor("#888888"), fillColor=white, textColor=HexColor("#1a2f80"), forceBorder=True)
