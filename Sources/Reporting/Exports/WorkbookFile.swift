import CXlsxWriter

/// libxlsxwriter with Swift names: a workbook, its sheets, their cells and charts.
///
/// Texts are written as texts: one that begins with `=` is no formula.
final class WorkbookFile {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let strong: UnsafeMutablePointer<lxw_format>
  private var names: Set<String> = []

  init(path: String) throws {
    guard let book = workbook_new(path), let strong = workbook_add_format(book) else {
      throw ExportError(description: "\(path): the workbook could not be made")
    }
    self.book = book
    self.strong = strong
    format_set_bold(strong)
    // The same results give the same bytes: no time of day in the file.
    var properties = lxw_doc_properties()
    properties.created = 1_609_459_200
    workbook_set_properties(book, &properties)
  }

  /// Adds a sheet; a name is at most 31 characters long and without `[]:*?/\`.
  func sheet(_ name: String) -> Sheet {
    let allowed = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(28))
    var unique = allowed
    var number = 2
    while !names.insert(unique).inserted {
      unique = "\(allowed) \(number)"
      number += 1
    }
    return Sheet(book: book, name: unique, strong: strong)
  }

  /// Writes the file.
  func close() throws {
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw ExportError(description: "the workbook could not be written: \(String(cString: lxw_strerror(error)))")
    }
  }

  /// A sheet; rows and columns count from 0.
  struct Sheet {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let strong: UnsafeMutablePointer<lxw_format>
    private let name: String

    init(
      book: UnsafeMutablePointer<lxw_workbook>, name: String, strong: UnsafeMutablePointer<lxw_format>
    ) {
      self.book = book
      self.name = name
      self.strong = strong
      sheet = workbook_add_worksheet(book, name)
      worksheet_set_column(sheet, 0, 0, 34, nil)
      worksheet_set_column(sheet, 1, 2, 18, nil)
    }

    func text(_ text: String, row: Int, column: Int) {
      worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, nil)
    }

    func number(_ number: Double, row: Int, column: Int) {
      worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number, nil)
    }

    func heading(_ text: String, row: Int) { worksheet_write_string(sheet, lxw_row_t(row), 0, text, strong) }

    func headings(_ texts: [String], row: Int) {
      for (column, text) in texts.enumerated() {
        worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, strong)
      }
      worksheet_freeze_panes(sheet, lxw_row_t(row + 1), 1)
    }

    /// A line a row, over the columns of the categories.
    func lineChart(
      title: String, axis: String, names: Int, categories: (row: Int, columns: ClosedRange<Int>),
      series: ClosedRange<Int>, at row: Int
    ) {
      guard let chart = workbook_add_chart(book, UInt8(LXW_CHART_LINE.rawValue)) else { return }
      let (first, last) = (categories.columns.lowerBound, categories.columns.upperBound)
      for line in series {
        let added = chart_add_series(chart, nil, nil)
        chart_series_set_categories(
          added, name, lxw_row_t(categories.row), lxw_col_t(first), lxw_row_t(categories.row), lxw_col_t(last))
        chart_series_set_values(added, name, lxw_row_t(line), lxw_col_t(first), lxw_row_t(line), lxw_col_t(last))
        chart_series_set_name_range(added, name, lxw_row_t(line), lxw_col_t(names))
      }
      insert(chart, title: title, axis: axis, at: row, height: 1)
    }

    /// A bar a row and column, side by side or end to end.
    func barChart(
      title: String, axis: String, isStacked: Bool, nameRow: Int, categories: Int, rows: ClosedRange<Int>,
      columns: [Int], at row: Int
    ) {
      let kind = isStacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR
      guard let chart = workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
      let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
      for column in columns {
        let added = chart_add_series(chart, nil, nil)
        chart_series_set_categories(added, name, first, lxw_col_t(categories), last, lxw_col_t(categories))
        chart_series_set_values(added, name, first, lxw_col_t(column), last, lxw_col_t(column))
        chart_series_set_name_range(added, name, lxw_row_t(nameRow), lxw_col_t(column))
      }
      chart_axis_set_reverse(chart.pointee.y_axis)
      insert(chart, title: title, axis: axis, at: row, height: 1.6)
    }

    private func insert(
      _ chart: UnsafeMutablePointer<lxw_chart>, title: String, axis: String, at row: Int, height: Double
    ) {
      chart_title_set_name(chart, title)
      // Of bars the library calls the axis of the values the x axis of the picture, y of its own count.
      chart_axis_set_name(chart.pointee.y_axis, axis)
      var options = lxw_chart_options()
      options.x_scale = 1.6
      options.y_scale = height
      worksheet_insert_chart_opt(sheet, lxw_row_t(row), 0, chart, &options)
    }
  }
}
