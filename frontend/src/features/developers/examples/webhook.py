import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from standardwebhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["OMBELLE_WEBHOOK_SECRET"])
taken = set()  # in your program, a table


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            told = webhook.verify(body, headers)
        except WebhookVerificationError:
            self.send_response(401)
        else:
            if headers["webhook-id"] not in taken:
                taken.add(headers["webhook-id"])
                print(told["type"], told["data"]["subject"]["id"], flush=True)
            self.send_response(204)
        self.end_headers()


HTTPServer(("127.0.0.1", 8484), Receiver).serve_forever()
