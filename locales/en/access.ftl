## Doors: what is said on the way in

formular-abgelaufen = This form has expired or was not sent from our page. Please open the page again and send it once more.
