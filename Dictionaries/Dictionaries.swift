// Models and tables are the resources of this target; the package manager wants one source file of every target.
