internal import Diagnostics

/// The files that a new report starts with: small, but with one of everything that a report binds
/// to data.
package struct ReportTemplate: Sendable {
  package struct File: Sendable, Hashable {
    /// Path in the report's folder.
    package var path: String
    package var text: String
  }

  package var title: String
  package var organization: String
  package var layout: String
  package var year: Int

  package init(title: String, organization: String, layout: String, year: Int) {
    self.title = title
    self.organization = organization
    self.layout = layout
    self.year = year
  }

  package var files: [File] {
    [
      File(path: "report.yaml", text: report), File(path: "chapters/preface.md", text: preface),
      File(path: "chapters/1-overview.md", text: overview),
      File(path: "data/figures.yaml", text: figures), File(path: "data/output.csv", text: output),
    ]
  }

  private var report: String {
    """
    title: \(quoted(title))
    edition: \(year)年报告
    organization: \(quoted(organization))
    language: zh-CN
    date: \(year)-12-31
    layout: \(quoted(layout))
    editions: [screen]
    parts:
      - role: cover
      - role: contents
        title: 目录
      - role: preface
        file: chapters/preface.md
      - role: chapter
        file: chapters/1-overview.md

    """
  }

  private var preface: String {
    """
    # 前言

    本报告的文字在 `chapters` 文件夹，数据在 `data` 文件夹。正文中的数字与图表出自同一份数据，
    改动一处，全书随之更新。

    """
  }

  private var overview: String {
    """
    # 总体情况 {#sec-overview}

    ## 产出 {#sec-output}

    三个部门的产出合计{{ total_output }}[^scope]，其中制造业占{{ industry_share }}。
    各部门的数值见@fig-output和@tbl-output。

    ```chart
    id: fig-output
    kind: bar
    title: 各部门产出
    data: SELECT sector, amount FROM output
    x: sector
    y: amount
    unit: 亿元
    source: 编写组整理
    ```

    ```table
    id: tbl-output
    title: 各部门产出
    data: SELECT sector, amount FROM output
    columns:
      - { name: sector, title: 部门 }
      - { name: amount, title: 产出, align: right }
    unit: 亿元
    source: 编写组整理
    ```

    [^scope]: 数值为示例，请换成自己的数据。

    """
  }

  private var figures: String {
    """
    sources:
      output:
        file: output.csv
        provider: 编写组
    figures:
      total_output:
        query: SELECT SUM(amount) FROM output
        unit: 亿元
      industry_output:
        query: SELECT amount FROM output WHERE sector = '制造业'
        unit: 亿元
      industry_share:
        derive: share(industry_output, total_output)
        unit: "%"
        precision: 1

    """
  }

  private var output: String {
    """
    sector,amount
    农业,120
    制造业,460
    服务业,620

    """
  }

  /// A YAML scalar in double quotes (YAML 1.2, 7.3.1), whose escapes include those of JSON.
  private func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}
