Attribute VB_Name = "Host"
Option Explicit
' Stands in for Excel: what it tells is set by a trial, what is asked of it is kept.

Public Busy As Boolean
Public Protected As String
Public FromAddin As Boolean
Public Loaded As Boolean
Public NoBook As Boolean
Public Told As String
Public Restored As Boolean

Public Function IsBusy() As Boolean
    IsBusy = Busy
End Function

Public Function ProtectedFile() As String
    ProtectedFile = Protected
End Function

Public Function IsAddin() As Boolean
    IsAddin = FromAddin
End Function

Public Function AddinIsLoaded() As Boolean
    AddinIsLoaded = Loaded
End Function

Public Function Target() As Workbook
    If Not NoBook Then Set Target = ThisWorkbook
End Function

Public Sub Tell(ByVal text As String, ByVal title As String)
    Told = title & ": " & text
End Sub

Public Sub Remember()
End Sub

Public Sub Restore()
    Restored = True
End Sub
