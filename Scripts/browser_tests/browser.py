"""Headless Chromium for the tests of the review page."""

import os
import shutil
import sys
import time
import urllib.parse


def missing():
    """What is not installed that the tests need; empty where all is there."""
    lacks = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    try:
        import selenium  # noqa: F401
    except ImportError:
        lacks.append("python3-selenium")
    return lacks


def skip_unless_ready():
    """Ends the program without failure where the tests cannot run."""
    lacks = missing()
    if lacks:
        print("skipped: not installed: " + ", ".join(lacks))
        sys.exit(0)


def start(width, height, downloads=None):
    """A browser with a window of so many pixels."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--lang=vi", "--force-device-scale-factor=1", "--no-first-run", "--disable-extensions",
        "--disable-background-networking",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(20)
    resize(driver, width, height)
    if downloads:
        os.makedirs(downloads, exist_ok=True)
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": downloads})
    return driver


def resize(driver, width, height):
    """Makes the page so large."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
    )


def quoted(text):
    """Text for a data address."""
    return urllib.parse.quote(text)


def wait(condition, seconds=20, what="something"):
    """Waits until a condition holds; gives what it gave."""
    end = time.time() + seconds
    while time.time() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError("waited in vain for " + what)


def press(driver, *keys):
    """Presses keys, wherever the focus is, one after another."""
    from selenium.webdriver.common.action_chains import ActionChains

    for key in keys:
        ActionChains(driver, duration=0).send_keys(key).perform()


def settled(driver):
    """Waits until all that was asked for is on the screen."""
    driver.execute_async_script("const done = arguments[0]; chain.then(() => setTimeout(done, 0));")


def problems(driver):
    """What the browser complains of: scripts that failed, what the policy forbade."""
    return [
        entry["message"] for entry in driver.get_log("browser")
        if entry["level"] == "SEVERE" and "/api/image" not in entry["message"] and "409" not in entry["message"]
        and "422" not in entry["message"]
    ]
