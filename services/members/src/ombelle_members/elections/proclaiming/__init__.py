"""The end of an election: proclaimed once, contested, annulled or upheld."""
