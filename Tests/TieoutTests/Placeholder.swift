// Cases come here.
