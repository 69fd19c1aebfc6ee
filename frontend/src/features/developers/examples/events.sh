curl -H "Authorization: Bearer omb_xxxxxxxx_…" \
  "https://ombelle.example/api/v1/events"
