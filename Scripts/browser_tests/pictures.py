"""Makes the pictures of the review page for the guides, from composed documents.

    python3 Scripts/browser_tests/pictures.py FOLDER

With Pillow installed they are reduced to 128 colours.
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import archive
import browser
import papers


def small(path):
    """Fewer colours, a smaller file."""
    try:
        from PIL import Image
    except ImportError:
        return
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


def shoot(server, width, height, path):
    """The page at a place that has other readings and stands on the picture."""
    driver = browser.start(width, height)
    try:
        driver.get(server.address)
        browser.wait(lambda: driver.execute_script("return document.body.dataset.ready === '1'"), what="the page")
        if driver.execute_script("return document.getElementById('dialog').open"):
            browser.press(driver, "Lan", "\ue007")
            browser.wait(lambda: not driver.execute_script("return document.getElementById('dialog').open"), what="the name")
        browser.press(driver, "m", "\ue007")
        browser.settled(driver)
        for _ in range(60):
            if driver.execute_script("return state.current && !state.current.field && clean(state.current).length > 1"):
                break
            browser.press(driver, "n")
            browser.settled(driver)
        browser.wait(lambda: driver.execute_script("return [...document.images].every((i) => i.complete)"), what="the picture")
        driver.execute_script("document.getElementById('toast').classList.remove('on'); drawBox()")
        driver.save_screenshot(path)
    finally:
        driver.quit()
    small(path)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="phuchoi-pictures-") as home:
        source, output = home + "/cong-van-2022", home + "/kho-luu-tru"
        papers.compose(source)
        archive.run("batch", source, output, "--exclude", "*.png")
        server = archive.Server(output, "--below", "0.97")
        try:
            shoot(server, 1280, 800, folder + "/review-page.png")
            shoot(server, 390, 844, folder + "/review-page-narrow.png")
        finally:
            server.kill()


if __name__ == "__main__":
    browser.skip_unless_ready()
    main(sys.argv[1])
