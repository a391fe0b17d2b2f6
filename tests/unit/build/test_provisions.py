"""What people wrote about provisions is read whole, and what cannot be is named with its table."""

from __future__ import annotations

from pathlib import Path

import pytest

from iml_graph.build.provisions import Analysis, TagRow, read_analysis
from iml_graph.errors import DataError

PROVISIONS = "reference,heading_en,heading_fr,heading_es,role,source,confidence\n"
TAGS = "provision,right,holder,modality,author,confidence,checked,note\n"
RELATIONS = "provision,relation,instrument,other,differs,author,confidence,checked,note\n"
GROUNDINGS = "objective,instrument,provision,role,author,confidence,checked,note\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two instruments with an article each."""
    write(
        tmp_path, "provisions/a.csv", PROVISIONS + "1,One,Un,Uno,guarantee,page,high\n1.2,Two,Deux,Dos,scope,,medium\n"
    )
    write(tmp_path, "provisions/b.csv", PROVISIONS + "7,Seven,Sept,Siete,guarantee,page,high\n")
    return tmp_path


def write(data: Path, file: str, text: str) -> None:
    path = data / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_nothing_is_read_where_no_table_is(tmp_path: Path) -> None:
    assert read_analysis(tmp_path) == Analysis()


def test_provisions_keep_the_order_of_their_file(data: Path) -> None:
    found = read_analysis(data)
    assert [(row.instrument, row.reference) for row in found.provisions] == [("a", "1"), ("a", "1.2"), ("b", "7")]
    assert ("a", "1.2") in found.described


def test_the_first_tag_of_a_provision_is_its_principal_one(data: Path) -> None:
    rows = ["1,work,women,fulfil", "1,health,women,fulfil", "1.2,work,women,respect"]
    write(data, "tags/a.csv", TAGS + "".join(f"{row},first-coder,high,page,\n" for row in rows))
    assert [(tag.right, tag.principal) for tag in read_analysis(data).tags] == [
        ("work", True),
        ("health", False),
        ("work", True),
    ]


def test_a_part_holds_articles_that_have_rows(data: Path) -> None:
    write(data, "provisions/parts/parts.csv", "instrument,part,provisions\na,1,1.2\n")
    assert [(row.part, row.provisions) for row in read_analysis(data).parts] == [("1", "1.2")]
    write(data, "provisions/parts/parts.csv", "instrument,part,provisions\na,1,9\n")
    with pytest.raises(DataError, match="a 9 has no row"):
        read_analysis(data)


def test_a_tag_names_its_instrument_by_its_file(data: Path) -> None:
    write(data, "tags/b.csv", TAGS + "7,work,women,fulfil,first-coder;reviewer,low,,unclear\n")
    (tag,) = read_analysis(data).tags
    expected = TagRow("b", "7", "work", "women", "fulfil", "first-coder;reviewer", "low", "", "unclear", principal=True)
    assert tag == expected


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("provisions/a.csv", PROVISIONS + "1,A,B,C,scope,,high\n1,A,B,C,scope,,high\n", "a 1 stands twice"),
        ("tags/a.csv", TAGS + "9,work,women,fulfil,first-coder,high,,\n", "a 9 has no row in data/provisions/a.csv"),
        ("tags/a.csv", TAGS + "1,work,women,fulfil,first-coder,sure,,\n", "“sure” is not one of high, medium, low"),
        ("tags/a.csv", TAGS + "1,work,women,fulfil,first-coder,low,,\n", "1 work is doubtful without a note"),
        ("tags/a.csv", TAGS + "1,work,women,fulfil,x,high,,\n" * 2, "a 1 work women stands twice"),
        ("tags/a.csv", "provision,right\n1,work\n", "the columns are not provision, right, holder"),
        ("relations/a.csv", RELATIONS + "1,equivalent,b,8,,x,high,,\n", "b 8 has no row in data/provisions/b.csv"),
        ("relations/a.csv", RELATIONS + "1,equivalent,b,7,,x,high,,\n" * 2, "a 1 b 7 stands twice"),
        ("groundings/gcm.csv", GROUNDINGS + "5,c,1,core,x,high,,\n", "c 1 has no row in data/provisions/c.csv"),
    ],
)
def test_a_wrong_row_is_named_with_its_table(data: Path, file: str, text: str, said: str) -> None:
    write(data, file, text)
    with pytest.raises(DataError, match=said):
        read_analysis(data)
