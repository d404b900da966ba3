"""Writes the small part of HTML that the sources use as a Word document with real headings, lists and tables."""
from html.parser import HTMLParser

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

PARAGRAPHS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "p": "Normal"}
TEXT_WIDTH = 166  # millimetres
LISTS = {"ul": "List Bullet", "ol": "List Number"}


def write_docx(settings, body, target):
    document = Document()
    document.core_properties.title = settings["title"]
    document.core_properties.author = "St Anna Hospital"
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Title"].font.size = Pt(20)
    running(section.header.paragraphs[0], settings.get("header", ""))
    footer = section.footer.paragraphs[0]
    running(footer, settings.get("footer", "") + "    Page ")
    page_number(footer)
    reader = BodyReader(document)
    reader.feed(body)
    document.save(target)


def running(paragraph, text):
    run = paragraph.add_run(text)
    run.font.size = Pt(8)
    run.font.color.rgb = RGBColor(0x55, 0x55, 0x55)


def page_number(paragraph):
    run = paragraph.add_run()
    run.font.size = Pt(8)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def shade(cell):
    part = OxmlElement("w:shd")
    part.set(qn("w:val"), "clear")
    part.set(qn("w:fill"), "E8EEF3")
    cell._tc.get_or_add_tcPr().append(part)


class BodyReader(HTMLParser):
    def __init__(self, document):
        super().__init__()
        self.document = document
        self.list_styles = []
        self.paragraph = None
        self.bold = False
        self.rows = None
        self.header_cells = set()

    def handle_starttag(self, tag, attributes):
        if tag in PARAGRAPHS:
            self.paragraph = self.document.add_paragraph(style=PARAGRAPHS[tag])
        elif tag in LISTS:
            self.list_styles.append(LISTS[tag])
        elif tag == "li":
            self.paragraph = self.document.add_paragraph(style=self.list_styles[-1])
        elif tag == "table":
            self.rows, self.header_cells = [], set()
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            if tag == "th":
                self.header_cells.add((len(self.rows) - 1, len(self.rows[-1])))
            self.rows[-1].append("")
        elif tag == "b":
            self.bold = True

    def handle_endtag(self, tag):
        if tag in LISTS:
            self.list_styles.pop()
        elif tag == "table":
            self.write_table()
            self.rows = None
        elif tag == "b":
            self.bold = False
        if tag in PARAGRAPHS or tag == "li":
            self.paragraph = None

    def handle_data(self, data):
        text = " ".join(data.split("\n"))
        if self.rows:
            if self.rows[-1]:
                self.rows[-1][-1] += text
        elif self.paragraph is not None:
            self.paragraph.add_run(text).bold = self.bold

    def write_table(self):
        columns = max(map(len, self.rows))
        table = self.document.add_table(len(self.rows), columns, style="Table Grid")
        lengths = [max(16, min(34, max(len(row[column]) for row in self.rows))) for column in range(columns)]
        for column, length in zip(table.columns, lengths):
            column.width = Mm(TEXT_WIDTH * length / sum(lengths))
        for row, cells in enumerate(self.rows):
            for column, text in enumerate(cells):
                paragraph = table.cell(row, column).paragraphs[0]
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
                paragraph.paragraph_format.space_after = Pt(1)
                paragraph.paragraph_format.keep_with_next = row < len(self.rows) - 1
                run = paragraph.add_run(text.strip())
                run.font.size = Pt(9.5)
                if (row, column) in self.header_cells:
                    run.bold = True
                    shade(table.cell(row, column))
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)
