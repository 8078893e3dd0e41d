import Rendering
import Testing

@testable import Comparison

struct ComparePicturesTests {
  private func page(_ marks: [(x: Int, y: Int)] = []) -> PixelBuffer {
    var page = PixelBuffer(width: 100, height: 80, bytes: Array(repeating: 255, count: 24_000))
    for mark in marks {
      for channel in 0..<3 { page.bytes[(mark.y * 100 + mark.x) * 3 + channel] = 0 }
    }
    return page
  }

  @Test func equalPagesDifferNowhere() {
    let difference = comparePictures(page([(3, 4)]), page([(3, 4)]))
    #expect(difference.share == 0 && difference.boxes.isEmpty)
  }

  @Test func aBoxLiesAroundWhatDiffers() {
    let difference = comparePictures(page(), page([(20, 30), (24, 33)]))
    #expect(difference.share == 2.0 / 8_000)
    #expect(
      difference.boxes
        == [PictureDifference.Box(x: 0.2, y: 0.375, width: 0.05, height: 0.05)])
  }

  @Test func distantChangesHaveBoxesOfTheirOwn() {
    let difference = comparePictures(page([(5, 5)]), page([(90, 70)]))
    #expect(difference.boxes.map(\.y) == [5.0 / 80, 70.0 / 80])
  }

  @Test func aTextNearerToTheBindingIsTheSame() {
    #expect(comparePictures(page([(20, 30)]), page([(27, 30)]), shift: 7).share == 0)
    #expect(comparePictures(page([(20, 30)]), page([(27, 30)])).share > 0)
  }

  @Test func onlyTheAreaCounts() {
    let area = PixelArea(columns: 0..<100, rows: 0..<60)
    #expect(comparePictures(page(), page([(20, 70)]), area: area).share == 0)
    #expect(comparePictures(page(), page([(20, 50)]), area: area).share > 0)
  }

  @Test func anotherSizeIsADifferenceWhereSomethingIsPainted() {
    let small = PixelBuffer(width: 50, height: 80, bytes: Array(repeating: 255, count: 12_000))
    #expect(comparePictures(small, page()).share == 0)
    #expect(comparePictures(small, page([(70, 10)])).share > 0)
    let beyond = comparePictures(page([(70, 10)]), small)
    #expect(beyond.share == 1.0 / 8_000 && beyond.boxes.map(\.x) == [49.0 / 50])
    #expect(comparePictures(page([(70, 10)]), page(), shift: -200).share > 0)
    #expect(comparePictures(page(), page(), shift: -200).share == 0)
  }

  @Test(arguments: ["", "P6", "P6 1 1 255", "P5 1 1 255\n000", "P6 9 9 255\n123", "P6 -1 4 255\n"])
  func aBrokenPixmapIsNone(text: String) { #expect(readPPM(Array(text.utf8)) == nil) }

  @Test func aPixmapIsReadRowByRow() {
    let pixels = readPPM(Array("P6\n2 1\n255\nabcdef".utf8))
    #expect(pixels == PixelBuffer(width: 2, height: 1, bytes: Array("abcdef".utf8)))
  }
}
