// swift-tools-version: 6.2
import PackageDescription

/// Settings that hold for every target of ours: see ARCHITECTURE.md, "Safety".
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let sockets = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A phase of the pipeline; its dependency list is its permission.
func phase(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// A C library behind its module map; only the named wrapper target may import it.
func library(_ name: String, pkgConfig: String?, debian packages: [String]) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(packages)])
}

func tests(
  _ name: String, on dependencies: [Target.Dependency], resources: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "Seeds"] + dependencies,
    exclude: resources, swiftSettings: house)
}

let package = Package(
  name: "colophon",
  products: [.executable(name: "colophon", targets: ["colophon"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    library(
      "CCMark", pkgConfig: "libcmark-gfm",
      debian: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
    library("CHarfBuzz", pkgConfig: "harfbuzz", debian: ["libharfbuzz-dev"]),
    library(
      "CCairo", pkgConfig: "cairo-ft cairo-pdf cairo-png freetype2",
      debian: ["libcairo2-dev", "libfreetype-dev"]),
    library("CHarfBuzzSubset", pkgConfig: "harfbuzz-subset", debian: ["libharfbuzz-dev"]),
    library("CFontconfig", pkgConfig: "fontconfig", debian: ["libfontconfig-dev"]),
    library("CDeflate", pkgConfig: "libdeflate", debian: ["libdeflate-dev"]),
    library("CLCMS", pkgConfig: "lcms2", debian: ["liblcms2-dev"]),
    library("CNettle", pkgConfig: "nettle", debian: ["nettle-dev"]),
    library("CHyphen", pkgConfig: nil, debian: ["libhyphen-dev"]),
    library("CLinux", pkgConfig: nil, debian: ["libc6-dev"]),
    library("CFriBidi", pkgConfig: "fribidi", debian: ["libfribidi-dev"]),
    library("CYAML", pkgConfig: "yaml-0.1", debian: ["libyaml-dev"]),
    .target(
      name: "CLineBreak", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CDelay"),
    .target(name: "CPQ", dependencies: ["CDelay"]),
    .target(name: "CRSVG", dependencies: ["CDelay"]),
    .target(
      name: "CLate",
      dependencies: ["CDelay", "CCairo", "CFontconfig", "CHarfBuzzSubset", "CLCMS"]),

    phase("Compression", on: ["CDeflate"]),
    phase("Diagnostics", on: []),
    phase("Parallelism", on: []),
    phase("Geometry", on: []),
    phase("Declarations", on: ["Diagnostics", "Geometry", "CYAML"]),
    phase("Figures", on: ["Diagnostics", "Declarations", "CPQ", grdb, sqlite]),
    phase("Manuscript", on: ["Diagnostics", "Geometry", "Declarations", "CCMark"]),
    phase(
      "Numerals", on: ["Diagnostics", "Declarations", "Figures", "Manuscript", "Parallelism"]),
    phase("Drawing", on: ["Diagnostics", "Geometry"]),
    phase(
      "Typography",
      on: [
        "Diagnostics", "Geometry", "Drawing", "CHarfBuzz", "CLineBreak", "CHyphen", "CFriBidi",
      ]),
    phase("Stylesheet", on: ["Diagnostics", "Geometry", "Declarations", "Drawing", "Typography"]),
    phase(
      "Charts",
      on: ["Diagnostics", "Geometry", "Declarations", "Figures", "Drawing", "Typography"]),
    phase(
      "Composition",
      on: [
        "Declarations", "Diagnostics", "Geometry", "Figures", "Manuscript", "Drawing",
        "Parallelism",
        "Typography", "Stylesheet",
      ]),
    phase(
      "Rendering",
      on: [
        "Compression", "Diagnostics", "Geometry", "Drawing", "Parallelism", "CCairo", "CFontconfig",
        "CHarfBuzzSubset", "CLate", "CRSVG",
      ]),
    phase(
      "Prepress",
      on: ["Compression", "Diagnostics", "Geometry", "Drawing", "Parallelism", "CLate", "CLCMS"]),
    phase("Comparison", on: ["Diagnostics", "Geometry", "Rendering", "Prepress"]),
    phase(
      "Pipeline",
      on: [
        "Comparison", "Compression", "Diagnostics", "Geometry", "Declarations", "Figures",
        "Manuscript", "Drawing", "Typography", "Stylesheet", "Charts", "Composition", "Parallelism",
        "Rendering", "Prepress", "CNettle", "CLinux", "Numerals",
      ]),
    phase("Preview", on: ["Diagnostics", "Geometry", "Pipeline", sockets]),
    .executableTarget(
      name: "colophon", dependencies: ["Diagnostics", "Pipeline", "Preview", arguments],
      swiftSettings: house),

    tests("Diagnostics", on: []),
    tests("Parallelism", on: []),
    tests("Geometry", on: []),
    tests("Declarations", on: ["Diagnostics", "Geometry"]),
    tests("Figures", on: ["Diagnostics", "Declarations"]),
    tests("Manuscript", on: ["Diagnostics", "Geometry", "Declarations"], resources: ["Golden"]),
    tests("Numerals", on: ["Diagnostics", "Declarations", "Figures", "Manuscript"]),
    tests(
      "Typography", on: ["Diagnostics", "Geometry", "Drawing"], resources: ["Conformance"]),
    tests("Stylesheet", on: ["Diagnostics", "Geometry", "Declarations", "Drawing", "Typography"]),
    tests(
      "Charts",
      on: ["Diagnostics", "Geometry", "Declarations", "Figures", "Drawing", "Typography"],
      resources: ["Golden"]),
    tests(
      "Composition",
      on: [
        "Diagnostics", "Geometry", "Figures", "Manuscript", "Drawing", "Typography", "Stylesheet",
      ]),
    .target(name: "Seeds", path: "Tests/Seeds", swiftSettings: house),
    .target(
      name: "RenderingFixtures", dependencies: ["Drawing"], path: "Tests/RenderingFixtures",
      swiftSettings: house),
    tests(
      "Rendering",
      on: ["Compression", "Diagnostics", "Geometry", "Drawing", "RenderingFixtures"],
      resources: ["Golden"]),
    tests(
      "Prepress",
      on: [
        "Compression", "Diagnostics", "Geometry", "Drawing", "Rendering", "RenderingFixtures",
      ]),
    tests("Comparison", on: ["Geometry", "Prepress", "Rendering", "RenderingFixtures"]),
    tests(
      "Pipeline",
      on: [
        "Comparison", "Diagnostics", "Geometry", "Figures", "Manuscript", "Drawing", "Charts",
        "Composition",
        "RenderingFixtures", "colophon",
      ]),
    tests("Preview", on: ["Pipeline"]),
    .testTarget(name: "CommandLineTests", dependencies: ["colophon"], swiftSettings: house),
  ]
)
