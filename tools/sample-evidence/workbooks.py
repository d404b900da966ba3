"""The workbooks: the duty roster of a quarter and the service log of the equipment, with real date cells."""
from datetime import date, timedelta

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

HEAD = PatternFill("solid", fgColor="DCE6EE")
WEEKEND = PatternFill("solid", fgColor="F0EDE4")
DATE = "dd.mm.yyyy"

CONSULTANTS = ["C1", "C2", "C3", "C4", "C5", "C6"]
NURSES = ["N-a", "N-b", "N-c", "N-d", "N-e", "N-g", "N-h", "N-i", "N-j", "N-k"]
RADIOGRAPHERS = ["R-a", "R-b", "R-c", "R-d", "R-e", "R-f", "R-g", "R-h"]
HOLIDAYS = {date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31)}


def write_duty_roster(target):
    book = Workbook()
    key = book.active
    key.title = "Read me"
    for line in [
        ["St Anna Hospital, Interventional Radiology"],
        ["Duty roster and call, October to December 2026"],
        ["Published 20 August 2026 by the coordinator. Approved by the deputy head and the lead nurse."],
        [],
        ["C1 to C6", "consultants"],
        ["N-a to N-k", "nurses"],
        ["R-a to R-h", "radiographers"],
        ["Early", "07:30 to 16:30"],
        ["Late", "11:00 to 20:00"],
        ["Call", "20:00 to 07:30, from home, 30 minutes. Weekends and holidays round the clock (shaded)."],
        [],
        ["Names and phone numbers are in the planner software, not in this file."],
    ]:
        key.append(line)
    lay_out_key(key)
    for month, title in ((10, "October"), (11, "November"), (12, "December")):
        month_sheet(book.create_sheet(title), month)
    summary_sheet(book.create_sheet("Hours"))
    fit_columns(book)
    book.save(target)


def lay_out_key(sheet):
    sheet.column_dimensions["A"].width = 20
    sheet["A1"].font = sheet["A2"].font = Font(bold=True, size=13)
    fit_to_page(sheet)


def month_sheet(sheet, month):
    """One line a day: shifts rotate daily, call weekly, and the second line is half a turn behind."""
    header(sheet, ["Date", "Day", "Suite 1 consultant", "Suite 2 consultant", "Late consultant", "Early nurses", "Late nurse", "Early radiographers",
                   "Late radiographer", "Call consultant", "Call nurse", "Call radiographer", "Second line"], freeze=True)
    day = date(2026, month, 1)
    while day.month == month:
        number = day.toordinal()
        free = day.weekday() > 4 or day in HOLIDAYS
        week = number // 7
        early = [""] * 7 if free else [
            pick(CONSULTANTS, number + 1), pick(CONSULTANTS, number + 3), pick(CONSULTANTS, number + 5),
            ", ".join(pick(NURSES, number + turn) for turn in range(4)), pick(NURSES, number + 5),
            f"{pick(RADIOGRAPHERS, number)}, {pick(RADIOGRAPHERS, number + 1)}", pick(RADIOGRAPHERS, number + 3)]
        append_dated(sheet, [day, day.strftime("%a"), *early, pick(CONSULTANTS, week), pick(NURSES, number + 7), pick(RADIOGRAPHERS, number + 5),
                             pick(CONSULTANTS, week + 3)])
        if free:
            for cell in sheet[sheet.max_row]:
                cell.fill = WEEKEND
        day += timedelta(days=1)


def pick(people, turn):
    return people[turn % len(people)]


def summary_sheet(sheet):
    header(sheet, ["Group", "Posts planned (full time)", "Posts filled", "On planned leave at most", "Call shifts per person", "Overruns of the working-time limit, April to June"])
    for row in (["Consultants", 6.0, 6.0, 2, 15, 1], ["Nurses", 11.0, 10.5, 3, 9, 0], ["Radiographers", 8.0, 8.0, 2, 12, 2]):
        sheet.append(row)


def write_equipment_log(target):
    book = Workbook()
    key = book.active
    key.title = "Read me"
    for line in [
        ["St Anna Hospital, Interventional Radiology"],
        ["Equipment: inspections, repairs, constancy tests"],
        ["State of 5 November 2026. Kept by the lead radiographer, seen every quarter by the medical physics expert."],
        [],
        ["Devices", "what we have, who looks after it, when it is due"],
        ["Visits and repairs", "each visit of a technician, and who released the device afterwards"],
        ["Constancy tests", "monthly, both angiography units; a value outside the limits closes the room"],
    ]:
        key.append(line)
    lay_out_key(key)
    devices = book.create_sheet("Devices")
    header(devices, ["Inventory no.", "Device", "Room", "In use since", "Service contract", "Inspection every (months)", "Last inspection", "Next inspection"])
    for row in [
        ["M-20117", "Angiography unit, single plane", "C1.101", date(2019, 5, 6), "full cover, 24 h response", 6, date(2026, 9, 8), date(2027, 3, 8)],
        ["M-25881", "Angiography unit with CT function", "C1.103", date(2026, 1, 12), "warranty to 11.01.2028", 6, date(2026, 7, 14), date(2027, 1, 14)],
        ["M-18340", "CT scanner, room 3", "C1.120", date(2018, 2, 19), "full cover, 8 h response", 4, date(2026, 10, 6), date(2027, 2, 6)],
        ["M-21054", "Microwave generator", "C1.120", date(2021, 3, 1), "yearly visit", 12, date(2026, 3, 4), date(2027, 3, 4)],
        ["M-22409", "Contrast injector", "C1.101", date(2022, 6, 13), "yearly visit", 12, date(2026, 6, 17), date(2027, 6, 17)],
        ["M-22410", "Contrast injector", "C1.103", date(2022, 6, 13), "yearly visit", 12, date(2026, 6, 17), date(2027, 6, 17)],
        ["M-19977", "Ultrasound unit", "C1.101", date(2019, 11, 4), "yearly visit", 12, date(2026, 11, 3), date(2027, 11, 3)],
        ["M-23006", "Defibrillator", "C1.105", date(2023, 1, 23), "house technicians", 12, date(2026, 1, 20), date(2027, 1, 20)],
    ]:
        append_dated(devices, row)
    visits = book.create_sheet("Visits and repairs")
    header(visits, ["Date", "Inventory no.", "Kind", "What was done", "By", "Out of use (hours)", "Released by"])
    for row in [
        [date(2026, 1, 9), "M-25881", "acceptance", "Hand-over tests after installation, 42 items passed, 1 repeated", "maker, medical physics", 0, "medical physics expert"],
        [date(2026, 1, 20), "M-23006", "inspection", "Electrical safety, energy delivered 198 J of 200 J", "house technicians", 1, "house technicians"],
        [date(2026, 2, 27), "M-21054", "repair", "Alarm during use, pump head changed, test burn in gel", "maker", 20, "lead radiographer"],
        [date(2026, 3, 4), "M-21054", "preventive", "Yearly visit, power within 3 %", "maker", 3, "lead radiographer"],
        [date(2026, 3, 10), "M-20117", "preventive", "Half-yearly visit, brake of table replaced, tube hours noted", "maker", 6, "lead radiographer"],
        [date(2026, 6, 17), "M-22409", "preventive", "Pressure limit and air detector tested", "maker", 1, "lead radiographer"],
        [date(2026, 7, 2), "M-20117", "repair", "Warning lamp over the door replaced", "house technicians", 1, "radiation protection officer"],
        [date(2026, 7, 14), "M-25881", "preventive", "Half-yearly visit, software update 4.2", "maker", 5, "medical physics expert"],
        [date(2026, 9, 8), "M-20117", "preventive", "Half-yearly visit, no findings", "maker", 5, "lead radiographer"],
        [date(2026, 10, 6), "M-18340", "preventive", "Calibration, water value 0.4 HU", "maker", 4, "medical physics expert"],
        [date(2026, 11, 3), "M-19977", "preventive", "Probes tested, one dead element, tolerated", "house technicians", 1, "lead radiographer"],
    ]:
        append_dated(visits, row)
    constancy = book.create_sheet("Constancy tests")
    header(constancy, ["Date", "Inventory no.", "Dose rate at detector, nGy/s", "Limit low", "Limit high", "Line pairs/mm", "Low contrast, steps seen", "Result", "Tested by"])
    tests = [[date(2026, 7, 14), "M-25881", 358, 275, 435, 2.4, 12, "passed, after software update", "medical physics"]]
    for month in range(1, 12):
        first = date(2026, month, 1)
        tuesday = first + timedelta(days=(1 - first.weekday()) % 7)
        drift, tester = (month * 7) % 11 - 5, "R-a" if month % 2 else "R-b"
        tests.append([tuesday, "M-20117", 412 + drift, 330, 495, 2.2, 11, "passed", tester])
        if month > 1:
            tests.append([tuesday + timedelta(days=1), "M-25881", 355 - drift, 275, 435, 2.4, 12, "passed", tester])
    for row in sorted(tests):
        append_dated(constancy, row)
    fit_columns(book)
    book.save(target)


def header(sheet, titles, freeze=False):
    sheet.append(titles)
    sheet.row_dimensions[1].height = 62
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    fit_to_page(sheet)
    if freeze:
        sheet.freeze_panes = "C2"


def fit_to_page(sheet):
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def append_dated(sheet, row):
    sheet.append(row)
    for cell in sheet[sheet.max_row]:
        cell.alignment = Alignment(horizontal="left")
        if isinstance(cell.value, date):
            cell.number_format = DATE


def fit_columns(book):
    """Columns as wide as their longest text; ruled cells."""
    for sheet in book:
        if sheet.title == "Read me":
            continue
        for column in sheet.iter_cols():
            longest = max(12 if isinstance(cell.value, date) else len(str(cell.value or "")) for cell in column[1:])
            sheet.column_dimensions[column[0].column_letter].width = max(15, longest + 2)
            for cell in column:
                cell.border = Border(*[Side("thin", color="BBBBBB")] * 4)
