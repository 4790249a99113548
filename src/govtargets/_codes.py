"""What every problem code means, in Chinese and English; the reference page is made from it."""

from typing import Final, NamedTuple

__all__ = ["CODES", "Meaning"]


class Meaning(NamedTuple):
    """What a code says, and the way out."""

    zh: str
    en: str
    way_zh: str
    way_en: str


CODES: Final[dict[str, Meaning]] = {
    code: Meaning(*words)
    for code, *words in (
        # reading a file
        ("empty-file", "文件是空的", "The file is empty.", "写上表头和数据", "Write a header row and the rows."),
        ("not-text", "不是文本文件", "The file is of another format.", "另存为 UTF-8 的 CSV", "Save it as CSV in UTF-8."),
        ("byte-order-mark", "文件开头有 BOM", "The file begins with a byte-order mark; it was left out.", "另存为不带 BOM 的 UTF-8", "Save it as UTF-8 without BOM."),
        ("gb18030", "文件是 GB18030 编码", "The file is GB18030 and was read as such.", "另存为 UTF-8", "Save it as UTF-8."),
        ("mixed-encoding", "此行与文件的编码不同", "The row is not UTF-8, unlike the rest of the file.", "把整个文件另存为 UTF-8", "Save the whole file as UTF-8."),
        ("unreadable-header", "表头读不出来", "The header cannot be read, so no row can.", "另存为 UTF-8 的 CSV", "Save it as CSV in UTF-8."),
        ("unknown-table", "看不出是哪张表", "The columns are those of no table.", "按列说明改表头", "Give it the columns of one of the three tables."),
        ("missing-column", "缺少必需的列", "A required column is missing, so no row can be read.", "补上这一列", "Add the column."),
        ("duplicate-column", "同一列出现多次", "A column is there more than once, so no row is sure.", "只留一列", "Keep one of them."),
        ("unknown-column", "有不认识的列，没有读取", "A column is not read.", "改正列名，或删去", "Correct its name, or delete it."),
        ("broken-quotes", "引号没有配对", "A quoted cell is not closed.", "补上引号", "Close it; write a quotation mark inside a cell twice."),
        ("nul-character", "此行含有 NUL 字符", "The row holds a NUL character.", "删去该字符", "Delete it."),
        ("ragged-row", "此行的格数与表头不同", "The row has more or fewer cells than the header.", "含逗号的格加引号，或补齐", "Quote a cell that holds a comma, or fill up the row."),
        # reading a row
        ("missing-value", "必填的格是空的", "A required cell is empty.", "填上，或删去此行", "Fill it in, or leave the row out."),
        ("unknown-indicator", "没有这个指标", "The indicator is not listed.", "在 indicators.csv 里加上，或改正编号", "Add it to indicators.csv, or correct the id."),
        ("ambiguous-indicator", "这个名称指多个指标", "The name means more than one indicator.", "写编号", "Write the id."),
        ("unknown-unit", "不认识的单位", "The unit is not in the catalogue.", "用 govtargets units 查写法", "Look it up with `govtargets units`."),
        ("unreadable-value", "数值读不出来", "The value cannot be read.", "只写数值本身，如 6.5%、6万人以上", "Write the value alone, as in 6.5%, 6万人以上."),
        ("not-a-number", "这里要数值", "The cell needs a number.", "写数字和单位，或删去此行", "Write the figure with its unit, or leave the row out."),
        ("cell-says-more", "格里不止是数值", "The cell states more than a value, or contradicts another column.", "其余的写到各自的列", "Write the rest in its own column."),
        ("full-width-digits", "有全角数字", "A cell has full-width digits.", "改成半角数字", "Write ordinary digits."),
        ("invalid-period", "时期读不出来或不存在", "The period cannot be read or does not exist.", "写 2024年、2024年1—9月、“十四五”、2025年末", "Write 2024年, 2024年1—9月, “十四五”, 2025年末."),
        ("unknown-word", "不在词表里的词", "The word is not of the closed list.", "改用词表里的词", "Use a word of the list."),
        ("invalid-region", "地区代码不对", "The region code is not six digits of GB/T 2260.", "写六位代码，或留空", "Write the six digits, or leave the cell empty."),
        ("incomplete-region", "有代码而没有地区名", "There is a region code without a name.", "补上地区名", "Fill the column region."),
        ("invalid-date", "日期不对", "The date cannot be read.", "写成 2024-01-31", "Write it as 2024-01-31."),
        ("invalid-position", "位置要写整数", "The position is no whole number.", "写整数", "Write a whole number."),
        ("invalid-source", "出处自相矛盾", "The source contradicts itself.", "核对引文和位置", "Check the quote and its position."),
        ("missing-document", "有出处细节而没有文件名", "Part of a source is given without a document.", "补上 document", "Fill the column document."),
        ("invalid-record", "此行的记录不成立", "The record cannot be made.", "按说明改正", "Correct it as the message says."),
        ("repeated-id", "编号重复", "The id stands twice.", "改一个编号", "Change one of them."),
        ("unreadable-file", "文件读不出来", "The file is damaged, or is not what its suffix says.", "核对文件格式", "Check the format of the file."),
        ("broken-line", "此行不是一个 JSON 对象", "The line is no JSON object.", "一行写一个 JSON 对象", "Write one JSON object a line."),
        # tables of Arrow and of other engines
        ("doubled-column", "两列同名", "Two columns have one name.", "改一个名称", "Rename one."),
        ("extra-column", "表里没有这一列", "The schema has no such column.", "删去该列", "Drop it."),
        ("wrong-type", "列的类型不对", "The column is of another type than the schema's.", "转换类型", "Cast it."),
        ("wrong-value", "值放不进该类型", "A value does not fit the column's type.", "按列说明写", "Write it as the schema's page says."),
        ("float", "二进制小数存不准数字", "A binary float cannot hold the written digits.", "按文本或十进制读入", "Read it as text or decimal."),
        ("newer-schema", "表的版本比本程序新", "The table has a newer version of the schema.", "更新 govtargets", "Update govtargets."),
        ("empty-text", "有空文本", "A text is empty where nothing should be said by leaving it out.", "留空即可", "Leave it out."),
        ("empty-row", "空行", "The row is empty.", "删去此行", "Delete it."),
        ("invalid-value", "值不成立", "A value cannot be.", "按说明改正", "Correct it as the message says."),
        ("unit-mismatch", "单位类别不同", "Two units of different kinds meet.", "统一单位", "State both in one kind of unit."),
        ("unreadable", "文本读不出来", "A text cannot be read.", "按说明改写", "Write it as the message says."),
        ("sdmx-loss", "SDMX 放不下", "SDMX has no column for part of the record.", "改用 Arrow 或 JSON 交换", "Exchange it as Arrow or JSON."),
        ("contradiction", "几列互相矛盾", "Columns of one row contradict each other.", "留下其中之一", "Keep one of them."),
        # tables of plans
        ("missing-name", "缺少指标名称", "The row has no name of an indicator.", "填上指标名称", "Fill it in."),
        ("unread-cell", "格读不出来", "The cell of a plan table cannot be read.", "核对原表", "Check the table."),
        ("figure-expected", "这里要数值", "A figure is expected.", "填上数字", "Fill in a figure."),
        # writing a file
        ("not-writable", "这种格式存不下", "The format cannot hold the record.", "改正，或换一种格式", "Change it, or choose another format."),
        # the rules of a data set
        ("said-twice", "同一事说了两遍", "One fact is stated twice, alike.", "原文如此则都保留", "Keep both where the source says it twice."),
        ("conflicting-figures", "同一事有两个数", "One fact is stated with two figures.", "改正一个，或用范围、口径、状态区分", "Correct one, or tell them apart."),
        ("shared-name", "一个名称属于两个指标", "Two indicators answer to one name.", "只留给其中一个", "Leave it to one of them."),
        ("unit-differs", "单位与指标或口径不合", "The unit is of another kind than the indicator or the transformation asks for.", "改正单位或口径", "Correct the unit or the transformation."),
        ("baseline-unit-differs", "基期值的单位不合", "The baseline is of another kind of unit.", "统一单位", "State both in one kind of unit."),
        ("stretch-unit-differs", "力争值的单位不合", "The stretch is of another kind of unit.", "统一单位", "State both in one kind of unit."),
        ("stretch-below-goal", "力争值低于底线", "The stretch asks for less than the goal.", "两者对调", "Exchange the two."),
        ("direction-unknown", "指标没有方向", "The goal reads differently by direction, and the indicator has none.", "填指标的 direction", "Fill the indicator's direction."),
        ("quote-lacks-figure", "引文里没有这个数", "The quoted words do not hold the figure.", "核对引文和数值", "Check the quote and the figure."),
        ("late-target", "目标晚于时期", "The target's document came after the period ended.", "核对日期和时期", "Check the date and the period."),
        ("early-result", "完成值早于时期结束", "The result's document came before the period ended.", "核对，或标为 forecast", "Check both, or mark it forecast."),
        ("rank-without-scope", "位次没有说明范围", "A rank does not say among whom.", "填 scope，如 全省", "Fill scope, as in 全省."),
        ("unknown-reference", "相对目标所指的指标不存在", "A relative goal refers to an indicator that nobody knows.", "加上该指标或别名", "Add the indicator, or an alias."),
        ("transformation-differs", "目标与完成值的口径不同", "The only result of the indicator is made otherwise.", "找同口径的完成值", "Find a result made the same way."),
        # faults in running text
        ("points-of-amount", "总量不能用百分点", "An amount changes by per cent, not by percentage points.", "核对原文", "Check the text."),
        ("percent-or-points", "比率的变化分不清是%还是百分点", "A rate's change may be meant in per cent or in points.", "写明百分点", "Say which."),
        ("points-of-growth", "增速的变化应当用百分点", "A growth rate changes by percentage points.", "核对原文", "Check the text."),
        ("excess-or-completion", "超额与完成率相混", "An excess and a completion ratio are confused.", "核对原文", "Check the text."),
        ("doubled-sign", "下降与负号重复", "A word and a sign both say that it falls.", "去掉一个", "Drop one."),
        ("change-without-direction", "没有说是升是降", "A word says that a figure changes, but not which way.", "写明提高或下降", "Say whether it rose or fell."),
        ("unequal-lists", "两列个数不等", "The names and the figures of a list differ in number.", "核对原文", "Check the text."),
        ("reversed-range", "区间前大后小", "The ends of a range are reversed.", "两者对调", "Exchange them."),
        ("does-not-compute", "几个数对不上", "The figures of the text contradict each other.", "核对原文", "Check the text."),
        # a scorecard
        ("verdict-changed", "后来的数改变了判定", "A later figure changed the verdict.", "以最终数为准", "Take the last figure, and tell that it changed."),
        ("claim-disagrees", "原文的说法与判定不符", "The report's own words contradict the judgement.", "核对目标、完成值和判定规则", "Check the goal, the result and the policy."),
    )
}  # fmt: skip
