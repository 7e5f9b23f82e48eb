"""A name planted in every place of a workbook from which one has got out, or could."""

from tests.papers.factories_in import a_workbook, sheet_row

NAME = "Elspeth"
SEEN = '<c r="A1" t="inlineStr"><is><t>People listened.</t></is></c>'
HID = f'<c r="A1" t="inlineStr"><is><t>{NAME}</t></is></c>'


def a_book(row=SEEN, *, beside="", **more):
    """A workbook of one sheet with this beside its rows."""
    rows = f"{sheet_row(row)}</sheetData>{beside}<sheetData>"
    return a_workbook(rows, **more)


def with_part(name, said):
    return a_book(more={name: said})


KINDS = {
    "a hidden sheet": a_workbook(
        sheet_row(SEEN),
        sheet_row(HID),
        names=("One", "Two"),
        states=("visible", "hidden"),
    ),
    "a very hidden sheet": a_workbook(
        sheet_row(SEEN),
        sheet_row(HID),
        names=("One", "Two"),
        states=("visible", "veryHidden"),
    ),
    "a hidden row": a_workbook(
        f'{sheet_row(SEEN)}<row r="2" hidden="1">{HID.replace("A1", "A2")}</row>'
    ),
    "a row of no height": a_workbook(
        f'{sheet_row(SEEN)}<row r="2" ht="0">{HID.replace("A1", "A2")}</row>'
    ),
    "a hidden column": a_workbook(
        f'<x/></sheetData><cols><col min="1" max="1" hidden="1"/></cols><sheetData>'
        f"{sheet_row(HID)}"
    ),
    "the name of a sheet": a_workbook(sheet_row(SEEN), names=(NAME,)),
    "a name of cells": with_part(
        "xl/workbook2.xml", f'<x><definedName name="{NAME}">Sheet1!A1</definedName></x>'
    ),
    "what a choice offers": a_book(
        beside="<dataValidations><dataValidation><formula1>"
        f'"Whimbrel,{NAME}"</formula1></dataValidation></dataValidations>'
    ),
    "what helps to fill in": a_book(
        beside=f'<dataValidations><dataValidation prompt="Ask {NAME}"/></dataValidations>'
    ),
    "a rule of colours": a_book(
        beside='<conditionalFormatting><cfRule><formula>A1="Elspeth"</formula></cfRule>'
        "</conditionalFormatting>"
    ),
    "a formula": a_book(f'<c r="A1"><f>IF(B1="{NAME}",1,2)</f><v>1</v></c>'),
    "what a filter chose": a_book(
        beside=f'<autoFilter><filterColumn><filter val="{NAME}"/></filterColumn></autoFilter>'
    ),
    "a text that no cell shows any more": a_book(texts=(NAME,)),
    "rows behind a summary": with_part(
        "xl/pivotCache/pivotCacheDefinition1.xml", f"<x><s>{NAME}</s></x>"
    ),
    "values of another workbook": with_part(
        "xl/externalLinks/externalLink1.xml", f"<x><v>{NAME}</v></x>"
    ),
    "the data of a chart": with_part("xl/charts/chart1.xml", f"<c><v>{NAME}</v></c>"),
    "who takes part in a thread": with_part(
        "xl/persons/person.xml", f'<x><person displayName="{NAME}"/></x>'
    ),
}
UNKNOWN = with_part("xl/model/item.data", b"\x01\x02")
